/// What other capabilities told: rooms, who follows whom, who may not talk where.
///
/// Guarantees: Older news than what is known changes nothing.
package dev.vitrine.ledger.news;
