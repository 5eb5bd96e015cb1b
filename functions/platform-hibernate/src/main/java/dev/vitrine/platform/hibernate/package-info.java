/// For capabilities whose aggregates are loaded, changed and saved: transactions of Hibernate Reactive, with the
/// outbox and the repeatable requests of `dev.vitrine.platform.sql` inside them.
///
/// Concurrency: every method may be called from any thread; each transaction runs on a Vert.x context of its own.
/// Sessions and the driver share one pool: what maps nothing (the relay) goes past the session.
///
/// Must not import: a capability.
package dev.vitrine.platform.hibernate;
