/// What a streamer earns, day by day.
///
/// Guarantees: Reads only: everything is computed from the entries.
package dev.vitrine.ledger.income;
