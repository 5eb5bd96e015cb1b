package dev.vitrine.live.origin;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Counts playback sessions of a channel: who asked for its media within [#ACTIVE]. Safe for use by many threads.
///
/// A session is the `sid` of CMCD (CTA-5004); without one, the address and the program that asks.
public final class Viewers {
    static final Duration ACTIVE = Duration.ofSeconds(10);
    /// Past this many sessions in one channel new ones are not counted; one machine serves fewer.
    static final int MAX_SESSIONS = 100_000;
    private static final Pattern SID = Pattern.compile("(?:^|,)sid=\"([^\"]{1,64})\"");

    private final InstantSource clock;
    private final Map<String, Map<String, Instant>> seen = new LinkedHashMap<>();

    public Viewers(InstantSource clock) {
        this.clock = clock;
    }

    /// @param cmcd the decoded CMCD query parameter, or empty
    /// @param otherwise who asks, if CMCD does not tell
    synchronized void asked(String channel, String cmcd, String otherwise) {
        Matcher sid = SID.matcher(cmcd);
        String session = sid.find() ? sid.group(1) : otherwise;
        Map<String, Instant> sessions = seen.computeIfAbsent(channel, each -> new LinkedHashMap<>());
        sessions.remove(session);
        if (sessions.size() < MAX_SESSIONS) {
            sessions.put(session, clock.instant());
        }
    }

    /// The channel's stream is over.
    public synchronized void forget(String channel) {
        seen.remove(channel);
    }

    public synchronized int count(String channel) {
        Map<String, Instant> sessions = seen.get(channel);
        if (sessions == null) {
            return 0;
        }
        Instant oldest = clock.instant().minus(ACTIVE);
        // Kept in order of last asking: the stale ones stand first.
        var each = sessions.values().iterator();
        while (each.hasNext() && each.next().isBefore(oldest)) {
            each.remove();
        }
        if (sessions.isEmpty()) {
            seen.remove(channel);
        }
        return sessions.size();
    }
}
