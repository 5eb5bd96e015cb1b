/// Schema migrations: a step of its own, after the database is up and before any function starts.
///
/// Guarantees: each artefact's schema belongs to a role that nobody logs in as; its function role reads and writes
/// rows in its own schema and can do nothing else, anywhere, not even to Flyway's history. Running the step again
/// changes nothing. A migration cannot reach another artefact's schema.
///
/// Must not import the runtime, the event sources or the gateway.
package dev.vitrine.local.migrate;
