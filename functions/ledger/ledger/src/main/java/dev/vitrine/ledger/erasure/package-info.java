/// What becomes of a person who is erased: their name goes, what was paid stays under their opaque id,
/// by law.
///
/// Guarantees: Twice is as once.
package dev.vitrine.ledger.erasure;
