/// For capabilities with a schema of their own: transactions, the outbox, and requests that may be repeated.
///
/// Guarantees
/// - State and outgoing event commit together: `Outbox.add` writes in the transaction of the change.
/// - An event leaves its row only when every subscribed queue has taken it; at least once, never lost. Between
///   commit
///   and delivery a crash costs time, not events: `OutboxRelay.sweep` picks up what is left.
/// - A request repeated under its idempotency key gets the answer of the first, and changes nothing.
/// - Rows are claimed with `FOR UPDATE SKIP LOCKED`: any number of processes may relay at once.
///
/// Concurrency: every method may be called from any thread; each transaction runs on a Vert.x context of its own.
///
/// Schema: the capability's migrations create `outbox` and `idempotent_requests` as the README of this module
/// shows. The connection's `search_path` names the capability's schema, so that no name here is qualified.
///
/// Must not import: a capability.
package dev.vitrine.platform.database;
