/// Adapters and what they are made of.
package dev.vitrine.ledger.wiring;
