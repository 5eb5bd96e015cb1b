/// Checks of tokens for functions that no authorizer stands before: a WebSocket API has none for JWTs.
///
/// Guarantees: a token is believed only if the issuer that the deployment names signed it, for the
/// deployment's audience, and it has not ended. No log sees a token. Blocks while it fetches the issuer's
/// keys: call it on a worker thread.
///
/// Must not import: a capability.
package dev.vitrine.platform.token;
