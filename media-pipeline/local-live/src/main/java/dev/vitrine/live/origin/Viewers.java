package dev.vitrine.live.origin;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/// Counts the viewers of a channel: playback sessions that have fetched its media for [#SETTLED], and
/// within [#ACTIVE]. Safe for use by many threads.
///
/// One address holds at most [#MAX_OF_ONE_ADDRESS] places in the count, so a crowd that one machine
/// plays stays that small.
public final class Viewers {
    static final Duration ACTIVE = Duration.ofSeconds(10);
    /// Two segments: whoever opens manifests by the thousand has to go on fetching for each.
    static final Duration SETTLED = Duration.ofSeconds(4);
    /// Over all channels: a household, a class, an office. Of a larger crowd behind one address the
    /// rest is not counted.
    static final int MAX_OF_ONE_ADDRESS = 100;
    /// Past this many sessions in one channel new ones are not counted; one machine serves fewer.
    static final int MAX_SESSIONS = 100_000;

    private record Watching(String address, Instant since, Instant last) {
        boolean settled() {
            return !last.isBefore(since.plus(SETTLED));
        }
    }

    private final InstantSource clock;
    /// Of each channel the sessions in the order of their last fetch: the stale ones stand first.
    private final Map<String, Map<String, Watching>> channels = new HashMap<>();

    private final Map<String, Integer> places = new HashMap<>();

    public Viewers(InstantSource clock) {
        this.clock = clock;
    }

    /// Media was sent to a session of the channel.
    ///
    /// @param address whose place a session takes that was not there before
    synchronized void fetched(String channel, String session, String address) {
        sweep(channel);
        Instant now = clock.instant();
        Map<String, Watching> sessions = channels.computeIfAbsent(channel, each -> new LinkedHashMap<>());
        Watching known = sessions.remove(session);
        if (known != null) {
            sessions.put(session, new Watching(known.address(), known.since(), now));
        } else if (sessions.size() < MAX_SESSIONS && takePlace(address)) {
            sessions.put(session, new Watching(address, now, now));
        }
    }

    /// The channel's stream is over.
    public synchronized void forget(String channel) {
        Map<String, Watching> sessions = channels.remove(channel);
        if (sessions != null) {
            sessions.values().forEach(this::leavePlace);
        }
    }

    public synchronized int count(String channel) {
        sweep(channel);
        return Math.toIntExact(channels.getOrDefault(channel, Map.of()).values().stream()
                .filter(Watching::settled)
                .count());
    }

    private void sweep(String channel) {
        Map<String, Watching> sessions = channels.getOrDefault(channel, Map.of());
        Instant oldest = clock.instant().minus(ACTIVE);
        Iterator<Watching> each = sessions.values().iterator();
        while (each.hasNext()) {
            Watching watching = each.next();
            if (!watching.last().isBefore(oldest)) {
                return;
            }
            each.remove();
            leavePlace(watching);
        }
        channels.remove(channel);
    }

    private boolean takePlace(String address) {
        int taken = places.getOrDefault(address, 0);
        if (taken == MAX_OF_ONE_ADDRESS) {
            return false;
        }
        places.put(address, taken + 1);
        return true;
    }

    private void leavePlace(Watching watching) {
        places.computeIfPresent(watching.address(), (address, taken) -> taken == 1 ? null : taken - 1);
    }
}
