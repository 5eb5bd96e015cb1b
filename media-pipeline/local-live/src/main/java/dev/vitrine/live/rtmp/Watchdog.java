package dev.vitrine.live.rtmp;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Does something about a step that takes too long: a blocked socket write has no time limit of its own.
final class Watchdog {
    private final ScheduledExecutorService timer;
    private final Duration limit;
    private final Runnable late;

    Watchdog(ScheduledExecutorService timer, Duration limit, Runnable late) {
        this.timer = timer;
        this.limit = limit;
        this.late = late;
    }

    /// Starts the clock; closing the answer stops it.
    Watch watch() {
        Future<?> alarm = timer.schedule(late, limit.toMillis(), TimeUnit.MILLISECONDS);
        return () -> alarm.cancel(false);
    }

    interface Watch extends AutoCloseable {
        @Override
        void close();
    }
}
