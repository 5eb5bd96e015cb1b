package dev.vitrine.local;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/// Waits for a condition, never longer than a deadline.
public final class Eventually {

    private static final Duration DEADLINE = Duration.ofSeconds(30);
    private static final long PAUSE_MILLIS = 20;

    private Eventually() {}

    public static void holds(String what, Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + DEADLINE.toNanos();
        while (!condition.call()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not within " + DEADLINE + ": " + what);
            }
            LockSupport.parkNanos(PAUSE_MILLIS * 1_000_000);
        }
    }
}
