package dev.vitrine.chat.bench.fanout;

import java.util.Map;

/// One measurement of one system.
///
/// @param danmaku asked for, a second and room
/// @param cores of the system's parts, processor seconds a second
/// @param clientCores of the load client, which shares the machine
/// @param kbPerConnection memory that the system took for a connection of the room that was filled last; NaN
/// if none was
record LaneAResult(
        String system,
        int rooms,
        int connections,
        double danmaku,
        Tally.Outcome outcome,
        Map<String, Double> cores,
        double clientCores,
        double kbPerConnection) {
    /// Who sees something later than this does not talk with the streamer any more.
    static final double PATIENCE_MILLIS = 1000;

    double allCores() {
        return cores.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    double messagesPerSecond() {
        return outcome.counts().items() / outcome.seconds();
    }

    double framesPerSecond() {
        return outcome.counts().frames() / outcome.seconds();
    }

    boolean sustained() {
        return outcome.lost() == 0
                && outcome.gaps() == 0
                && outcome.broken() == 0
                && outcome.unanswered() == 0
                && outcome.latency().percentile(99) <= PATIENCE_MILLIS;
    }
}
