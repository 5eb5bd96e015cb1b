package dev.vitrine.live;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Waits on a condition with a deadline.
public final class Await {
    private static final long LOOK_EVERY_NANOS = 20_000_000;

    private Await() {}

    public static void until(String what, Duration limit, BooleanSupplier condition) {
        value(what, limit, () -> condition.getAsBoolean() ? Optional.of(true) : Optional.empty());
    }

    public static <T> T value(String what, Duration limit, Supplier<Optional<T>> supplier) {
        Instant deadline = Instant.now().plus(limit);
        while (Instant.now().isBefore(deadline)) {
            Optional<T> value = supplier.get();
            if (value.isPresent()) {
                return value.get();
            }
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
        }
        throw new AssertionError("not within " + limit.toMillis() + " ms: " + what);
    }
}
