/// Pending income that becomes payable when its holding period is over.
///
/// Guarantees: One transfer a streamer and day, whoever asks how often.
package dev.vitrine.ledger.settlement;
