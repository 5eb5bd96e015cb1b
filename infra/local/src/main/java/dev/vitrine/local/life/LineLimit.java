package dev.vitrine.local.life;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.logging.Filter;
import java.util.logging.LogRecord;

/// So many lines of one logger a second: what strangers provoke must not push what matters out of files
/// of bounded size. The next line says how many were left out.
final class LineLimit implements Filter {
    /// Defects come in ones and twos; what comes faster says the same thing again.
    static final int LINES_PER_SECOND = 20;

    private static final long SECOND = 1_000_000_000L;

    private static final class Second {
        private long began;
        private int lines;
        private long leftOut;
    }

    private final LongSupplier nanoClock;
    private final Map<String, Second> loggers = new ConcurrentHashMap<>();

    LineLimit(LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
    }

    @Override
    public boolean isLoggable(LogRecord line) {
        var second = loggers.computeIfAbsent(String.valueOf(line.getLoggerName()), _ -> new Second());
        synchronized (second) {
            var now = nanoClock.getAsLong();
            if (second.lines == 0 || now - second.began >= SECOND) {
                second.began = now;
                second.lines = 0;
            }
            if (second.lines == LINES_PER_SECOND) {
                second.leftOut++;
                return false;
            }
            second.lines++;
            if (second.leftOut > 0) {
                line.setMessage(line.getMessage() + " [" + second.leftOut + " lines before it were left out]");
                second.leftOut = 0;
            }
            return true;
        }
    }
}
