package dev.vitrine.local.supervision;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.function.Consumer;

/// Whether one part is up, since when not, and why not. A change is told in one line when it goes and in one
/// when it is back. Safe for use by many threads.
public final class Condition {
    private static final Logger LOG = System.getLogger(Condition.class.getName());
    private static final double MILLIS_PER_SECOND = 1_000.0;

    private final String key;
    private final String name;
    private final InstantSource clock;
    private volatile Consumer<String> console = _ -> {};
    private Instant downSince;
    private String why = "";
    private int outages;
    private Duration earlier = Duration.ZERO;

    public Condition(String key, String name) {
        this(key, name, InstantSource.system());
    }

    Condition(String key, String name, InstantSource clock) {
        this.key = key;
        this.name = name;
        this.clock = clock;
    }

    /// What is known of a part now.
    ///
    /// @param key what `/health` calls it
    /// @param why it is down; empty when it is up
    /// @param outages since the start, with the one that goes on
    /// @param down how long it was, all outages together
    public record State(String key, String name, boolean up, String why, int outages, Duration down) {}

    /// Changes are lines there from now on, beside the log.
    public void tellTo(Consumer<String> lines) {
        console = lines;
    }

    /// It does not work. What was told first is kept: the rest follows from it.
    public void down(String reason) {
        synchronized (this) {
            if (downSince != null) {
                return;
            }
            downSince = clock.instant();
            why = reason;
            outages++;
        }
        tell(Level.WARNING, name + " is down: " + reason);
    }

    /// It answered a question.
    public void answered() {
        Duration outage;
        synchronized (this) {
            if (downSince == null) {
                return;
            }
            outage = Duration.between(downSince, clock.instant());
            earlier = earlier.plus(outage);
            downSince = null;
            why = "";
        }
        tell(Level.INFO, name + " is back after " + seconds(outage));
    }

    public synchronized State state() {
        boolean up = downSince == null;
        Duration down = up ? earlier : earlier.plus(Duration.between(downSince, clock.instant()));
        return new State(key, name, up, why, outages, down);
    }

    /// Without the lock: a console that takes nothing holds up nobody who asks for the state.
    private void tell(Level level, String line) {
        LOG.log(level, line);
        console.accept(line);
    }

    static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / MILLIS_PER_SECOND);
    }
}
