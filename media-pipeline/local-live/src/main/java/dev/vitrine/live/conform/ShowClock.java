package dev.vitrine.live.conform;

import dev.vitrine.live.flv.FlvTag.Kind;
import java.util.OptionalLong;

/// Turns an encoder's timestamps into show time: milliseconds from the first key frame, at the pace of the wall clock.
///
/// Both tracks keep their distance as long as their timestamps make sense together: a track whose timestamps stop
/// making sense is tried by the other's measure first, and only then set to the present moment. All times in
/// milliseconds; arrivals are wall time from any origin.
final class ShowClock {
    /// A track that was quiet for longer had a break.
    static final long BREAK = 700;
    /// Timestamps of one track may step back by so much without meaning it.
    private static final long TREMBLE = 200;
    /// A track that comes so much earlier than the wall clock allows has jumped.
    private static final long AHEAD = 3_000;
    /// A track alone that is late by no more than this after it was filled is dropped until it has caught up.
    private static final long DROPPABLE = 1_000;
    /// The least delay of this time is the stream's delay: single frames are delayed by the network.
    private static final long WINDOW = 3_000;
    /// Below this nobody hears or sees the difference.
    private static final double TOLERANCE = 40;
    /// Share of real time by which a stream is stretched or squeezed until it keeps the house's time again.
    private static final double PULL = 0.04;

    private static final class Line {
        double offset;
        long last = -1;
        long arrived;
        /// Since when it has come without a break.
        long since;
        boolean filled;

        boolean begun() {
            return last >= 0;
        }

        boolean plausible(double time, long at) {
            long from = begun() ? last - TREMBLE : -AHEAD;
            return time >= from && time <= Math.max(0, last) + (at - arrived) + AHEAD;
        }
    }

    private final Line picture = new Line();
    private final Line sound = new Line();
    private final LeastDelay delay = new LeastDelay(WINDOW);
    private final long begunAt;
    private long pulledAt;

    /// @param timestamp of the first key frame, which is the show's beginning
    ShowClock(long timestamp, long arrived) {
        begunAt = arrived;
        pulledAt = arrived;
        picture.offset = -timestamp;
        sound.offset = -timestamp;
        picture.arrived = arrived;
        sound.arrived = arrived;
        picture.since = arrived;
        sound.since = arrived;
    }

    /// Whether the track has come without a break for so long that the other's absence is not the network's.
    boolean steady(Kind kind, long at) {
        Line line = line(kind);
        return at - line.arrived <= BREAK && at - line.since >= BREAK;
    }

    /// Where the show is now, if it has begun to be.
    long now(long at) {
        return Math.round(at - begunAt - delay.usual());
    }

    /// When the tag is shown; empty when its moment was filled and is over.
    OptionalLong showTime(Kind kind, long timestamp, long at) {
        Line line = line(kind);
        Line other = line == sound ? picture : sound;
        double time = timestamp + line.offset;
        if (!line.plausible(time, at)) {
            boolean late = line.filled && time < line.last && time > line.last - (at - line.arrived) - AHEAD;
            if (late && flows(other, at)) {
                if (line.last - time <= DROPPABLE) {
                    line.arrived = at; // it is here: filled no further, it catches up
                    return OptionalLong.empty();
                }
                line.offset = other.last + 1 - timestamp;
            } else if (late) {
                double shift = line.last + 1 - time;
                line.offset += shift;
                other.offset += shift;
            } else if (line.plausible(timestamp + other.offset, at)) {
                line.offset = other.offset;
            } else {
                line.offset = Math.max(line.last + 1, present(at)) - timestamp;
            }
            time = timestamp + line.offset;
        }
        if (time < 0) {
            return OptionalLong.empty();
        }
        keepTime(time, at);
        line.last = Math.max(line.last, Math.round(time));
        if (at - line.arrived > BREAK) {
            line.since = at;
        }
        line.arrived = at;
        line.filled = false;
        return OptionalLong.of(line.last);
    }

    /// Something was put where nothing came.
    void filled(Kind kind, long time) {
        Line line = line(kind);
        line.last = Math.max(line.last, time);
        line.filled = true;
    }

    /// The time of the track's last tag, -1 before its first.
    long last(Kind kind) {
        return line(kind).last;
    }

    /// How long nothing came.
    long quiet(Kind kind, long at) {
        return at - line(kind).arrived;
    }

    private boolean flows(Line line, long at) {
        return line.begun() && !line.filled && at - line.arrived < DROPPABLE;
    }

    private long present(long at) {
        long front = Math.max(picture.last, sound.last);
        return front + Math.max(0, at - Math.max(picture.arrived, sound.arrived));
    }

    /// A stream that runs slower or faster than the house, or that came late and stayed late, is pulled back gently.
    private void keepTime(double time, long at) {
        delay.measured(at - begunAt - time, at);
        double wrong = delay.least() - delay.usual();
        double most = PULL * Math.max(0, at - pulledAt);
        pulledAt = Math.max(pulledAt, at);
        if (delay.settled() && Math.abs(wrong) > TOLERANCE) {
            double pull = Math.clamp(wrong, -most, most);
            picture.offset += pull;
            sound.offset += pull;
            delay.pulled(pull);
        }
    }

    private Line line(Kind kind) {
        return kind == Kind.AUDIO ? sound : picture;
    }
}
