/// Income that is paid out after a review.
///
/// Guarantees: Asking places a hold, approving captures it, refusing releases it: each in one transaction with the
/// decision.
package dev.vitrine.ledger.withdrawals;
