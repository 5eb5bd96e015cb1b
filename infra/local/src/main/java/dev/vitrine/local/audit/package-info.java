/// Asks every capability that has books whether they are whole: balances that sum to zero, nothing that was changed.
///
/// An audit is a path of the capability's own contract, `/v1/audits/<capability>`: POST starts it, GET reads it, both
/// answer in one form (`AuditReport` of the ledger's contract). So nobody here reads another's schema, and a capability
/// that brings such a path is asked without an edit here.
///
/// Guarantees: asks as an auditor, over the public port, for a bounded time. Must not import anything that starts or
/// stops a part of the local cloud.
package dev.vitrine.local.audit;
