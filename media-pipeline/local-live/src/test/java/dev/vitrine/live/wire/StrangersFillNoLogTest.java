package dev.vitrine.live.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class StrangersFillNoLogTest {
    private final List<String> lines = new ArrayList<>();
    private final AtomicLong nanos = new AtomicLong();
    private final Refusals refusals = new Refusals(
            new System.Logger() {
                @Override
                public String getName() {
                    return "test";
                }

                @Override
                public boolean isLoggable(Level level) {
                    return true;
                }

                @Override
                public void log(Level level, ResourceBundle bundle, String message, Throwable thrown) {
                    lines.add(message);
                }

                @Override
                public void log(Level level, ResourceBundle bundle, String format, Object... values) {
                    lines.add(format);
                }
            },
            System.Logger.Level.INFO,
            nanos::get);

    private void pass(long millis) {
        nanos.addAndGet(millis * 1_000_000L);
    }

    @Test
    void oneLineASecondSaysHowManyWereLeftOut() {
        refusals.tell("first");
        for (int i = 0; i < 1_000; i++) {
            refusals.tell("again");
        }
        pass(999);
        refusals.tell("again");
        assertEquals(List.of("first"), lines);
        pass(1);
        refusals.tell("later");
        assertEquals(List.of("first", "later, and 1001 others since the last line"), lines);
    }

    @Test
    void theLastOnesAreCountedToo() {
        refusals.tell("first");
        refusals.tell("second");
        refusals.flush();
        assertEquals(List.of("first"), lines);
        pass(1_000);
        refusals.flush();
        refusals.flush();
        assertEquals(List.of("first", "1 others since the last line"), lines);
    }
}
