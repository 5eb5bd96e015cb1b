package dev.vitrine.chat.bench.fanout;

import dev.vitrine.bench.Grid;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Lane A beside its peers, for a terminal.
final class LaneATable {
    private LaneATable() {}

    /// @param without what each system leaves out
    /// @param missing systems that are not here, and why
    static String render(List<LaneAResult> rows, Map<String, String> without, Map<String, String> missing) {
        var grid = new Grid(
                "",
                "rooms x sockets",
                "danmaku/s/room",
                "messages/s",
                "frames/s",
                "cores",
                "messages/s/core",
                "frames/s/core",
                "p50 ms",
                "p99 ms",
                "kB/socket",
                "lost",
                "gaps",
                "repeats",
                "refused",
                "broken",
                "client cores");
        rows.forEach(row -> grid.row(
                row.system(),
                row.rooms() + " x " + row.connections() / row.rooms(),
                Grid.whole(row.danmaku()),
                Grid.whole(row.messagesPerSecond()),
                Grid.whole(row.framesPerSecond()),
                Grid.fine(row.allCores()),
                Grid.whole(row.messagesPerSecond() / row.allCores()),
                Grid.whole(row.framesPerSecond() / row.allCores()),
                Grid.tenth(row.outcome().latency().percentile(50)),
                Grid.tenth(row.outcome().latency().percentile(99)),
                Grid.tenth(row.kbPerConnection()),
                Grid.whole(row.outcome().lost()),
                Grid.whole(row.outcome().gaps()),
                Grid.whole(row.outcome().repeats()),
                Grid.whole(row.outcome().refused() + row.outcome().unanswered()),
                Grid.whole(row.outcome().broken()),
                Grid.fine(row.clientCores())));
        var out = new StringBuilder(grid.render());
        without.forEach((system, lacks) -> {
            out.append(system).append(": ").append(lacks);
            most(rows, system).ifPresent(row -> out.append("; most sustained: ")
                    .append(Grid.whole(row.messagesPerSecond()))
                    .append(" messages/s at ")
                    .append(Grid.whole(row.danmaku()))
                    .append(" danmaku/s/room"));
            parts(rows, system).ifPresent(parts -> out.append("; cores: ").append(parts));
            out.append('\n');
        });
        missing.forEach((system, why) ->
                out.append(system).append(": not measured, ").append(why).append('\n'));
        return out.toString();
    }

    private static Optional<LaneAResult> most(List<LaneAResult> rows, String system) {
        return rows.stream()
                .filter(row -> row.system().equals(system) && row.sustained())
                .max(Comparator.comparing(LaneAResult::messagesPerSecond));
    }

    /// Of the row with the most rooms at the usual rate.
    private static Optional<String> parts(List<LaneAResult> rows, String system) {
        return rows.stream()
                .filter(row -> row.system().equals(system) && row.danmaku() == Plan.DANMAKU)
                .reduce((_, last) -> last)
                .filter(row -> row.cores().size() > 1)
                .map(row -> row.cores().entrySet().stream()
                        .map(part -> part.getKey() + " " + Grid.fine(part.getValue()))
                        .reduce((one, two) -> one + ", " + two)
                        .orElse(""));
    }
}
