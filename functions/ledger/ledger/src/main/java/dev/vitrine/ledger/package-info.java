/// The books (财务库): accounts, transfers, entries, holds, reversals, and the proof that nobody changed them.
///
/// The rules are in the database (`db/ledger`), where no code path can go around them; the code here asks,
/// and turns answers into sealed decisions. Other capabilities of this artefact (gifts, payments,
/// settlement) move money through the use cases of `control` and nothing else.
package dev.vitrine.ledger;
