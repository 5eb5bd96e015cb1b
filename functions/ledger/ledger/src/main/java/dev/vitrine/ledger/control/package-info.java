/// What the use cases of several topics share: the bounds that a deployment may set.
///
/// Every use case of the ledger may run twice. Must not import: boundary, HTTP, Lambda events.
package dev.vitrine.ledger.control;
