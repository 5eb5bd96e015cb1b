/// The proof: seals, verification, and what auditors read.
///
/// Guarantees: Reads only, but for seals and the progress of a verification.
package dev.vitrine.ledger.audit;
