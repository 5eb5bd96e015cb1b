package dev.vitrine.it.support;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/// Waits on a condition with a deadline.
public final class Eventually {
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private Eventually() {}

    /// Asks until the answer is wanted.
    ///
    /// @return the first wanted answer
    /// @throws AssertionError after the deadline, with the last answer or the last failure
    public static <T> T eventually(String what, Duration within, Callable<T> ask, Predicate<T> wanted) {
        long deadline = System.nanoTime() + within.toNanos();
        T last = null;
        Throwable failure = null;
        do {
            try {
                last = ask.call();
                failure = null;
                if (wanted.test(last)) {
                    return last;
                }
            } catch (Exception | AssertionError notYet) {
                failure = notYet;
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        } while (System.nanoTime() < deadline);
        throw new AssertionError(what + " did not come true within " + within + ", last: " + last, failure);
    }
}
