/// The HTTP edge: from an API Gateway event (payload 2.0) to an `Endpoint`, and from its answer or failure back.
///
/// Guarantees: every failure becomes an RFC 9457 problem document with a stable type; a defect is logged with the
/// request id and never shown. A caller is read from the claims the gateway has verified; nothing here verifies
/// a token. Must not import: a capability, a database, JSON documents of a contract.
package dev.vitrine.platform.edge;
