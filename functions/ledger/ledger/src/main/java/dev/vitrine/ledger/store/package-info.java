/// What the stores of several topics share: refusals of the SQL functions, by their SQLSTATE.
///
/// Guarantees: a refusal is told by its SQLSTATE and the fields of its detail, never by its words. Must not import:
/// boundary, control, HTTP, Lambda events.
package dev.vitrine.ledger.store;
