/// The public edge of the local cloud: the HTTP API in front of the functions, and the web client as a CDN
/// would serve it.
///
/// Guarantees: routes and security come from the OpenAPI contracts that the catalog names; functions see
/// the events that an Amazon API Gateway HTTP API sends (payload format 2.0); whatever the gateway itself
/// answers on an error is an RFC 9457 problem; nothing larger than [Gateway#MAX_BODY_BYTES] is read into
/// memory.
///
/// Must not import the issuer, the meter, the payments, the sockets or the stores: [Edge] takes them as HTTP
/// services and as the listener's upgrader.
package dev.vitrine.local.gateway;
