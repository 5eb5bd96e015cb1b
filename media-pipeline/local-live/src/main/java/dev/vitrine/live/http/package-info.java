/// What every HTTP answer of the live service shares: problem documents, media types, byte ranges, CORS.
///
/// Guarantees: no state; an answer is written once; a range that cannot be had is told as RFC 9110 says.
/// Must not import any other package of the live service.
package dev.vitrine.live.http;
