package dev.vitrine.chat.bench.fanout;

import dev.vitrine.bench.Grid;
import dev.vitrine.bench.Spread;
import java.util.Map;

/// How a crowd came back.
///
/// @param asked clients that should
/// @param begun who had their turn within the time
/// @param done who came back and were checked
/// @param lost who gave up
/// @param atOnce sockets under way at the same time, at most
/// @param joins from the first try to the answer
/// @param failures tries that failed and were made again, by cause
/// @param faults gaps and repeats, by kind
record ResumeResult(
        int asked,
        int begun,
        int done,
        int lost,
        int atOnce,
        double seconds,
        Spread joins,
        Map<String, Integer> failures,
        Map<String, Integer> faults) {
    double rate() {
        return done / seconds;
    }

    int faulty() {
        return faults.values().stream().mapToInt(Integer::intValue).sum() + lost;
    }

    String render() {
        var grid = new Grid(
                "coming back, real sockets",
                "asked",
                "resumed",
                "in s",
                "clients/s",
                "sockets at once",
                "join p50 ms",
                "p99 ms",
                "tries again",
                "gave up",
                "faults");
        grid.row(
                "lane B, each checked for gaps and repeats",
                Grid.whole(asked),
                Grid.whole(done),
                Grid.tenth(seconds),
                Grid.tenth(rate()),
                Grid.whole(atOnce),
                Grid.whole(joins.percentile(50)),
                Grid.whole(joins.percentile(99)),
                Grid.whole(
                        failures.values().stream().mapToInt(Integer::intValue).sum()),
                Grid.whole(lost),
                Grid.whole(faulty()));
        var out = new StringBuilder(grid.render());
        if (begun < asked) {
            out.append("this machine did not get through all of them: at its rate they take ")
                    .append(Grid.whole(asked / rate()))
                    .append(" s\n");
        }
        failures.forEach((why, times) -> out.append("tried again: ")
                .append(times)
                .append(" x ")
                .append(why)
                .append('\n'));
        faults.forEach((what, times) ->
                out.append("fault: ").append(times).append(" x ").append(what).append('\n'));
        return out.toString();
    }
}
