/// The adapter to the local live service: its control API over HTTP, its notifications as JSON.
///
/// Guarantees: no call blocks a thread, and none outlasts `LocalControl.ANSWER_LIMIT`. A failure is
/// `ProviderUnavailable` (ask again) or `ProviderRefused` (do not). Uses the JDK's client alone, which goes native
/// as it is. Must not import: anything of the service itself; the two share the protocol, not code.
package dev.vitrine.pipeline.local;
