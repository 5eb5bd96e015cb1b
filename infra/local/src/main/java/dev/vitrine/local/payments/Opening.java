package dev.vitrine.local.payments;

/// What came of asking for a session.
sealed interface Opening {
    record Opened(Session session) implements Opening {}

    /// The idempotency key was used for other content.
    record KeyReused() implements Opening {}

    /// No session of [SandboxSettings#maxSessions()] is over.
    record Full() implements Opening {}
}
