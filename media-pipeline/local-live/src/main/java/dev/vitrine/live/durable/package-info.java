/// State on disk that survives `kill -9`: small JSON documents, and waiting with back-off for what is away.
///
/// Guarantees: a document is whole or absent (written beside, synced, renamed).
/// Must not import any other package of the live service.
package dev.vitrine.live.durable;
