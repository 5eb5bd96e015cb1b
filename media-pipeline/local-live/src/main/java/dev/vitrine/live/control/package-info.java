/// The service's own HTTP: the control API for its host, and the public objects of its bucket as a CDN would serve
/// them.
///
/// Guarantees: every control request bears the token (compared in constant time); errors are RFC 9457 documents; what
/// is answered with success is durable; of the bucket only what begins with a public prefix is public; a token for jobs
/// opens nothing else.
package dev.vitrine.live.control;
