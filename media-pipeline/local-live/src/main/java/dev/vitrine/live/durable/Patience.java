package dev.vitrine.live.durable;

import java.time.Duration;
import java.util.function.Supplier;

/// Repeats an action until the system it needs is back, waiting longer each time.
public final class Patience {
    static final Duration FIRST_WAIT = Duration.ofMillis(100);
    static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
    static final Duration AFTER_FAILURE = Duration.ofSeconds(2);
    private static final System.Logger LOG = System.getLogger(Patience.class.getName());

    private Patience() {}

    /// Work that may have to wait.
    @FunctionalInterface
    public interface Step {
        void run() throws InterruptedException;
    }

    /// For a thread that works alone through a queue: answers whether the step was done. One that failed, for a full
    /// disk say, is told and waited for; the thread goes on, and its caller puts the step back.
    public static boolean survived(String what, Step step) throws InterruptedException {
        try {
            step.run();
            return true;
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, what + " failed and will be tried again", e);
            Thread.sleep(AFTER_FAILURE);
            return false;
        }
    }

    /// @throws InterruptedException when the service stops; the action may then be undone
    public static <T> T untilDone(String what, Supplier<T> action) throws InterruptedException {
        Duration wait = FIRST_WAIT;
        while (true) {
            try {
                return action.get();
            } catch (RuntimeException e) {
                if (Thread.currentThread().isInterrupted()) {
                    throw new InterruptedException(what);
                }
                LOG.log(System.Logger.Level.WARNING, "{0} failed, again in {1} ms: {2}", what, wait.toMillis(), e);
            }
            Thread.sleep(wait);
            wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) < 0 ? wait.multipliedBy(2) : LONGEST_WAIT;
        }
    }
}
