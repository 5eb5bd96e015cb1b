package dev.vitrine.live;

import dev.vitrine.live.durable.Patience;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// Counts what was tried and failed, and is waited for.
public final class Warnings extends Handler implements AutoCloseable {
    private final Logger logger = Logger.getLogger(Patience.class.getName());
    private final AtomicInteger count = new AtomicInteger();

    public Warnings() {
        logger.addHandler(this);
    }

    public int count() {
        return count.get();
    }

    @Override
    public void publish(LogRecord told) {
        count.incrementAndGet();
    }

    @Override
    public void flush() {
        // nothing is kept back
    }

    @Override
    public void close() {
        logger.removeHandler(this);
    }
}
