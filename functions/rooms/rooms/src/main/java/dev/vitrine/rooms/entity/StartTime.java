package dev.vitrine.rooms.entity;

import dev.vitrine.model.InvalidValue;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/// When a show is planned to begin, to the millisecond.
public record StartTime(Instant at) {
    static final Duration FURTHEST_AHEAD = Duration.ofDays(365);
    /// Long before anything was streamed; keeps nonsense out of pages that are ordered by time.
    static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    public StartTime {
        at = at.truncatedTo(ChronoUnit.MILLIS);
        if (at.isBefore(EARLIEST)) {
            throw new InvalidValue("startsAt", "must not be before " + EARLIEST);
        }
    }

    /// @param text RFC 3339, with its offset
    public static StartTime parse(String text, Instant now) {
        try {
            var time = new StartTime(OffsetDateTime.parse(text).toInstant());
            if (time.at.isAfter(now.plus(FURTHEST_AHEAD))) {
                throw new InvalidValue("startsAt", "must be at most " + FURTHEST_AHEAD.toDays() + " days ahead");
            }
            return time;
        } catch (DateTimeException malformed) {
            throw new InvalidValue("startsAt", "must be an RFC 3339 date and time with its offset", malformed);
        }
    }
}
