/// The proofs of the ledger, on a real PostgreSQL with the migrations and roles of a deployment.
package dev.vitrine.ledger;
