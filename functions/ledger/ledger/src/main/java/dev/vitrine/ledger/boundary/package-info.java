/// What wakes the ledger's functions. One small class a trigger; no rule here.
package dev.vitrine.ledger.boundary;
