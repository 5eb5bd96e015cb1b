package dev.vitrine.platform.sql;

import dev.vitrine.model.TryAgain;

/// The database did not answer, or gave way to another caller. What was asked may have happened or not: ask again
/// under the same id, and it happens once.
public final class DatabaseUnavailable extends TryAgain {
    DatabaseUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
