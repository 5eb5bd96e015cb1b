/// The way into the schema `ledger`, over the plain driver: one statement a question.
///
/// Guarantees: every refusal of the database is told by its SQLSTATE and the fields of its detail, never by
/// its words; a database that does not answer is a `LedgerUnavailable`, after which asking again under the
/// same id is safe. Must not import: boundary, control, HTTP, Lambda events.
package dev.vitrine.ledger.store;
