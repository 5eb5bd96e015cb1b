package dev.vitrine.ledger.topups.control;

import dev.vitrine.model.TryAgain;
/// The payment provider did not open a session.

public final class PaymentsUnavailable extends TryAgain {
    public PaymentsUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
