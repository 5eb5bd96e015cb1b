/// The embedded stores of a local cloud, each real and durable: PostgreSQL, SQS (ElasticMQ), S3 (S3Proxy), Redis.
///
/// Guarantees: everything listens on loopback only; what a store acknowledged is found again after a restart, also
/// after `kill -9` of the local cloud or of the store; a start that cannot succeed fails within a bound and says why.
/// Lifecycle: `start` once, `stop` once, from one thread each; clients may then be used from any thread.
///
/// Must not import the runtime, the event sources or the gateway: stores know nothing of functions.
package dev.vitrine.local.store;
