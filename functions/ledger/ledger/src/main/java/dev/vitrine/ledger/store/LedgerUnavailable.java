package dev.vitrine.ledger.store;

import dev.vitrine.ledger.entity.TryAgain;
/// The database did not answer, or gave way to another caller. What was asked may have happened or not: ask
/// again under the same id, and it happens once.

public final class LedgerUnavailable extends TryAgain {
    LedgerUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
