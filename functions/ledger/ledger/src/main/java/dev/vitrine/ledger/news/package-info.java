/// What other capabilities told: rooms, and who follows whom.
///
/// Guarantees: Older news than what is known changes nothing.
package dev.vitrine.ledger.news;
