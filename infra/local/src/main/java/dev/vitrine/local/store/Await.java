package dev.vitrine.local.store;

import java.io.IOException;
import java.time.Duration;

/// Waits for a program to become ready, no longer than a bound and no longer than the program lives.
final class Await {

    private static final long PAUSE_MILLIS = 10;

    private Await() {}

    /// A look at the program from outside.
    @FunctionalInterface
    interface Condition {
        boolean holds() throws IOException;
    }

    /// A program that did not become ready does not run on, whatever is thrown.
    ///
    /// @throws IOException the program ended or the bound passed; the message names `what`
    static void ready(String what, Process process, Duration bound, Condition condition)
            throws IOException, InterruptedException {
        boolean ready = false;
        try {
            untilItHolds(what, process, bound, condition);
            ready = true;
        } finally {
            if (!ready) {
                process.destroyForcibly();
            }
        }
    }

    private static void untilItHolds(String what, Process process, Duration bound, Condition condition)
            throws IOException, InterruptedException {
        long deadline = System.nanoTime() + bound.toNanos();
        while (!condition.holds()) {
            if (!process.isAlive()) {
                throw new IOException(what + " ended at its start with code " + process.exitValue());
            }
            if (System.nanoTime() > deadline) {
                throw new IOException(what + " was not ready within " + bound.toSeconds() + " s");
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }
}
