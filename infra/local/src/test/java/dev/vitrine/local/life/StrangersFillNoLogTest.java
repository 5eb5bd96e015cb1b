package dev.vitrine.local.life;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StrangersFillNoLogTest {
    private final AtomicLong nanos = new AtomicLong();
    private final LineLimit limit = new LineLimit(nanos::get);

    private static LogRecord line(String logger) {
        var line = new LogRecord(Level.WARNING, "again");
        line.setLoggerName(logger);
        return line;
    }

    @Test
    void aLoggerHasSoManyLinesASecondAndSaysHowManyWereLeftOut() {
        for (var i = 0; i < LineLimit.LINES_PER_SECOND; i++) {
            assertTrue(limit.isLoggable(line("a")));
        }
        for (var i = 0; i < 1_000; i++) {
            assertFalse(limit.isLoggable(line("a")));
        }
        assertTrue(limit.isLoggable(line("b")), "others are not held up");
        nanos.addAndGet(1_000_000_000L);
        var next = line("a");
        assertTrue(limit.isLoggable(next));
        assertEquals("again [1000 lines before it were left out]", next.getMessage());
    }

    @Test
    void theLogOfAProgramIsEmptiedUnderItWhenItIsLarge(@TempDir Path folder) throws Exception {
        var file = folder.resolve("redis.log");
        try (var program = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            program.write(new byte[LocalLog.MAX_BYTES]);
            LocalLog.bound(file);
            assertEquals(LocalLog.MAX_BYTES, Files.size(file));
            program.write('x');
            LocalLog.bound(file);
            assertEquals(0, Files.size(file));
            assertEquals(LocalLog.MAX_BYTES + 1, Files.size(folder.resolve("redis.1.log")));
            program.write("after".getBytes(StandardCharsets.US_ASCII));
            assertEquals("after", Files.readString(file));
        }
    }
}
