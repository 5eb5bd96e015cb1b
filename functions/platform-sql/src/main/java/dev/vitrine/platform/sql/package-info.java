/// For capabilities with a schema of their own: statements and transactions over the plain driver, the outbox, and
/// requests that may be repeated.
///
/// Guarantees
/// - State and outgoing event commit together: `Outbox.add` writes in the transaction of the change.
/// - An event leaves its row only when every subscribed queue has taken it; at least once, never lost. Between commit
///   and delivery a crash costs time, not events: `OutboxRelay.sweep` picks up what is left.
/// - A request repeated under its idempotency key gets the answer of the first, and changes nothing.
/// - Rows are claimed with `FOR UPDATE SKIP LOCKED`: any number of processes may relay at once.
/// - What passes by itself fails as `DatabaseUnavailable`, within a bounded time; the edge answers 503.
///
/// Concurrency: every method may be called from any thread.
///
/// Schema: the connection's `search_path` names the capability's schema, so that no name here is qualified. Its
/// migrations create these tables, as far as it publishes events and takes repeatable requests:
///
///     create table outbox (
///         id uuid primary key,
///         type varchar(200) not null,
///         event text not null,
///         happened_at timestamptz not null
///     );
///
///     create table idempotent_requests (
///         caller varchar(255) not null,
///         key varchar(255) not null,
///         content_hash char(64) not null,
///         created_at timestamptz not null,
///         answer text,
///         sealed_answer bytea,
///         primary key (caller, key)
///     );
///     create index idempotent_requests_by_age on idempotent_requests (created_at);
///
/// Must not import: a capability, Hibernate.
package dev.vitrine.platform.sql;
