package dev.vitrine.bench.coldstart;

import java.io.IOException;

/// A peer that this machine cannot make; the message says what it lacks.
final class NotBuilt extends IOException {
    NotBuilt(String why) {
        super(why);
    }

    NotBuilt(String why, Throwable cause) {
        super(why, cause);
    }
}
