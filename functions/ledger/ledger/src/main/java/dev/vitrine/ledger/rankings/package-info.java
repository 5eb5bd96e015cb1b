/// Who gave most in a room, who was given most on a day.
///
/// Guarantees: Redis answers; what it has lost is filled again from the ledger.
package dev.vitrine.ledger.rankings;
