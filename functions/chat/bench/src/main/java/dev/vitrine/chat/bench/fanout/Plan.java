package dev.vitrine.chat.bench.fanout;

import java.time.Duration;
import java.util.List;

/// What is measured how long.
///
/// @param rooms of lane A, ascending
/// @param connections of each of them; the lane's threshold, and no more
/// @param warm before what counts
/// @param measured what counts
/// @param ramp danmaku a second and room, after the usual rate, until it is too much
/// @param laneB how long its readers read
/// @param resumes clients that come back
/// @param resumeWithin in so much time
record Plan(
        List<Integer> rooms,
        int connections,
        Duration warm,
        Duration measured,
        List<Integer> ramp,
        Duration laneB,
        int resumes,
        Duration resumeWithin) {
    static final int DANMAKU = 20;
    static final int TAPS = 200;
    static final int CONNECTIONS = 500;

    private static final List<Integer> RAMP = List.of(40, 80, 120, 160);
    private static final Duration WARM = Duration.ofSeconds(5);
    private static final Duration LANE_B = Duration.ofSeconds(60);
    private static final int RESUMES_PER_SECOND = 500;

    Plan {
        rooms = rooms.stream().sorted().toList();
        ramp = List.copyOf(ramp);
        if (rooms.isEmpty() || rooms.getFirst() < 1 || measured.isZero() || resumes < 1) {
            throw new IllegalArgumentException("rooms, seconds and resumes must be at least 1");
        }
    }

    static Plan full(List<Integer> rooms, int seconds, int resumes) {
        return new Plan(
                rooms,
                CONNECTIONS,
                WARM,
                Duration.ofSeconds(seconds),
                RAMP,
                LANE_B,
                resumes,
                Duration.ofMillis(1000L * resumes / RESUMES_PER_SECOND));
    }

    /// About two minutes: the same in little, to see that everything works.
    static Plan quick() {
        return new Plan(
                List.of(1),
                CONNECTIONS,
                Duration.ofSeconds(2),
                Duration.ofSeconds(5),
                List.of(),
                Duration.ofSeconds(12),
                2000,
                Duration.ofSeconds(10));
    }
}
