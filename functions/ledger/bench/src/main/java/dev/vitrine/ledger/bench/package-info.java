/// `bench ledger`: transfers, balances and settlement beside what the database can do at most.
///
/// One PostgreSQL of its own with durable settings and the ledger's own migrations. Everything is asked by
/// the same client, `pgbench`, so that a ratio compares work in the database and nothing else.
package dev.vitrine.ledger.bench;
