/// What a person has and what moved, as they read it.
///
/// Guarantees: Reads only.
package dev.vitrine.ledger.wallets;
