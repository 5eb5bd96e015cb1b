package dev.vitrine.chat.run.entity;

import java.time.Duration;
import java.util.Objects;

/// The bounds of running a room; the README says why they are as they are.
///
/// @param turn how often sockets get a batch
/// @param laneThreshold more sockets than this, and the room goes to lane B
/// @param slots of lane B
/// @param runs how long a runner runs before it hands over to the next
/// @param silence how long nothing happens before it sleeps
public record RunBounds(Duration turn, int laneThreshold, Slots slots, Duration runs, Duration silence) {
    /// Likes are told as one item in this time.
    static final Duration LIKES_EVERY = Duration.ofSeconds(1);
    static final Duration PRESENCE_EVERY = Duration.ofSeconds(5);
    /// A room stays on a lane so long, whoever comes and goes.
    static final Duration LANE_STAYS = Duration.ofSeconds(10);
    /// Below this share of the threshold the room goes back: two lanes a minute would help nobody.
    private static final int BACK_PERCENT = 80;

    public RunBounds {
        Objects.requireNonNull(turn, "turn");
        Objects.requireNonNull(slots, "slots");
        Objects.requireNonNull(runs, "runs");
        Objects.requireNonNull(silence, "silence");
        if (laneThreshold < 1) {
            throw new IllegalArgumentException("vitrine.chat.lane-threshold must be at least 1");
        }
    }

    boolean crowded(int viewers) {
        return viewers > laneThreshold;
    }

    boolean roomy(int viewers) {
        return viewers * 100L < (long) laneThreshold * BACK_PERCENT;
    }
}
