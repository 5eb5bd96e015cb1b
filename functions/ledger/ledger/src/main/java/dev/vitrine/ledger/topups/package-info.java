/// Coins that are bought, and the port to payment providers.
///
/// Guarantees: A provider may tell in any order and any number of times; captured money is never lost.
package dev.vitrine.ledger.topups;
