package dev.vitrine.local.payments;

/// Where a session stands. Only an open one can be decided.
enum SessionState {
    OPEN,
    PAID,
    REFUSED,
    EXPIRED
}
