package dev.vitrine.chat.bench.fanout;

import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// Speakers of a room who say something in turn, and others who tap, at even rates, until it is stopped. Used
/// on the loop.
final class Talk {
    /// Seats of a room that may speak.
    static final int SPEAKERS = 100;
    /// The product lets one viewer keep up 2 a second; a little below, so that timers' jitter refuses nobody.
    static final double MOST_PER_SPEAKER = 1.8;

    /// Seats of a room that tap.
    static final int LIKERS = 20;

    private static final double USUAL_PER_SPEAKER = 1;
    private static final double MILLIS = 1000;

    private final Vertx vertx;
    private final RandomGenerator random;
    private final Tally tally;
    private final List<Long> timers = new ArrayList<>();

    Talk(Vertx vertx, RandomGenerator random, Tally tally) {
        this.vertx = vertx;
        this.random = random;
        this.tally = tally;
    }

    /// @param seats of one room; the first [#SPEAKERS] may speak
    /// @param danmaku a second in this room, at most [#SPEAKERS] times [#MOST_PER_SPEAKER]
    /// @param taps a second in this room, told by their people once a second
    void begin(List<Seat> seats, double danmaku, int taps) {
        if (danmaku > SPEAKERS * MOST_PER_SPEAKER) {
            throw new IllegalArgumentException("more than the rules let " + SPEAKERS + " speakers say: " + danmaku);
        }
        var speakers = (int) Math.min(SPEAKERS, Math.ceil(danmaku / USUAL_PER_SPEAKER));
        every(seats.subList(0, speakers), speakers / danmaku, seat -> seat.say(tally.say(System.nanoTime())));
        var likers = seats.subList(SPEAKERS - LIKERS, SPEAKERS);
        if (taps > 0) {
            every(likers, 1, seat -> seat.like(taps / LIKERS));
        }
    }

    private interface Act {
        void by(Seat seat);
    }

    /// Each at its own moment of the interval.
    private void every(List<Seat> seats, double seconds, Act act) {
        var millis = Math.max(1, Math.round(seconds * MILLIS));
        for (var seat : seats) {
            timers.add(vertx.setPeriodic(1 + random.nextLong(millis), millis, _ -> act.by(seat)));
        }
    }

    void stop() {
        timers.forEach(vertx::cancelTimer);
        timers.clear();
    }
}
