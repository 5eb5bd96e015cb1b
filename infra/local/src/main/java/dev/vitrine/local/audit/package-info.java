/// Looks whether the ledger's books are whole: balances that sum to zero, chains that nobody changed.
///
/// Guarantees: reads only, as the ledger's own role, a bounded page at a time. Must not import anything that
/// starts or stops a part of the local cloud.
package dev.vitrine.local.audit;
