/// Gifts: what can be given, and the one call that pays, counts and tells one.
///
/// Guarantees: A gift is one statement, `ledger.send_gift`.
package dev.vitrine.ledger.gifts;
