package dev.vitrine.chat.bench.fanout;

import dev.vitrine.bench.Grid;
import java.util.List;
import java.util.Locale;

/// What an hour of a room costs, lane A alone against the three lanes.
final class CostTable {
    static final List<Long> VIEWERS = List.of(100L, 5_000L, 100_000L, 1_000_000L);

    private CostTable() {}

    static String render(Rates rates) {
        var grid = new Grid(
                "US$ of one hour",
                "viewers",
                "sockets",
                "functions",
                "traffic",
                "CDN",
                "stores",
                "total",
                "per viewer",
                "callbacks/s",
                "of the quota");
        var hour = new Hour(rates);
        for (var viewers : VIEWERS) {
            row(grid, "lane A alone", viewers, hour.laneAAlone(viewers), hour.callbacksPerSecond(viewers));
            row(
                    grid,
                    "three lanes",
                    viewers,
                    hour.threeLanes(viewers),
                    viewers <= Hour.LANE_THRESHOLD ? hour.callbacksPerSecond(viewers) : 0);
        }
        return grid.render() + inputs(rates);
    }

    private static void row(Grid grid, String lanes, long viewers, Used used, double callbacks) {
        var bill = Prices.of(used);
        grid.row(
                lanes,
                Grid.whole(viewers),
                dollars(bill.sockets()),
                dollars(bill.functions()),
                dollars(bill.traffic()),
                dollars(bill.cdn()),
                dollars(bill.stores()),
                dollars(bill.total()),
                String.format(Locale.ROOT, "%.5f", bill.total() / viewers),
                Grid.whole(callbacks),
                String.format(Locale.ROOT, "%,.0f %%", 100 * callbacks / Hour.CALLBACK_QUOTA));
    }

    private static String dollars(double amount) {
        return String.format(Locale.ROOT, "%,.3f", amount);
    }

    private static String inputs(Rates rates) {
        return String.format(
                Locale.ROOT,
                "measured: %.2f frames/s and socket of %,.0f bytes; %.5f GB-s a message, %,.0f posts/s of one runner (%.2f GB);"
                        + " a segment of %,.0f bytes each %.0f s, %.2f origin requests a slot and edge%n"
                        + "in every room %.0f danmaku/s and %.0f messages of likes/s; not in it: Redis, PostgreSQL, the objects'"
                        + " storage, video. Above the quota of %,.0f callbacks/s an account lane A alone does not work at any price%n%s%n",
                rates.laneA().framesPerSecond(),
                rates.laneA().bytesPerFrame(),
                rates.functions().gbSecondsPerMessage(),
                rates.functions().postsPerSecond(),
                rates.functions().runnerGb(),
                rates.laneB().segmentBytes(),
                rates.laneB().slotSeconds(),
                rates.laneB().getsPerSlotAndEdge(),
                rates.talk().said(),
                rates.talk().likes(),
                Hour.CALLBACK_QUOTA,
                Prices.SOURCE);
    }
}
