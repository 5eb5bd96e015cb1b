/// What can be done with the books: one use case a class.
///
/// Guarantees: every use case may run twice; money moves by `PostTransfer` and what is made of it, in one
/// round trip; an expected outcome is a case of a sealed type, and a `LedgerUnavailable` is safe to repeat
/// under the same id. Must not import: boundary, HTTP, Lambda events.
package dev.vitrine.ledger.control;
