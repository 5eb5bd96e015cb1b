package dev.vitrine.chat.bench.fanout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/// Each expected value was computed by hand; the comments say how.
class AnHourIsPricedByWhatWasMeasuredTest {
    private static final double CENT_OF_A_CENT = 0.0001;
    private static final Rates RATES = new Rates(
            new Rates.Talk(20, 20),
            new Rates.LaneA(2, 2048),
            new Rates.LaneB(2, 4096, 1, 20),
            new Rates.Functions(0.001, 0.25, 10_000));
    private final Hour hour = new Hour(RATES);

    @Test
    void aHundredViewersOnLaneA() {
        var used = hour.laneAAlone(100);

        // frames 100 x 2 x 3600 = 720,000; pings 100 x 180 with pongs 36,000; danmaku 72,000 with replies 144,000;
        // likes 72,000; join and joined 200
        assertEquals(720_000 + 36_000 + 144_000 + 72_000 + 200, used.socketMessages());
        assertEquals(6_000, used.connectionMinutes());
        // pings 18,000, talk 144,000, visits 300, runs 80
        assertEquals(18_000 + 144_000 + 300 + 80, used.invocations());
        // 162,300 messages x 0.001, a runner of 0.25 GB for 3,600 s
        assertEquals(162.3 + 900, used.gbSeconds(), 1e-6);
        assertEquals(720_000.0 * 2048, used.internetBytes());

        var bill = Prices.of(used);
        assertEquals(0.9722 + 0.0015, bill.sockets(), CENT_OF_A_CENT);
        assertEquals(0.0325 + 0.0177, bill.functions(), CENT_OF_A_CENT);
        assertEquals(0.1236, bill.traffic(), CENT_OF_A_CENT); // 1.3733 GB
        assertEquals(0, bill.cdn());
    }

    @Test
    void aMillionViewersOnLaneB() {
        var used = hour.threeLanes(1_000_000);

        // pings 15 an hour with pongs 30 million; talk 216,000; visits 2 million
        assertEquals(30e6 + 216_000 + 2e6, used.socketMessages());
        assertEquals(1_800e6, used.cdnRequests());
        assertEquals(1_800e6 * 4096, used.cdnBytes());
        assertEquals(3_600, used.puts());
        assertEquals(36_000, used.gets());

        var bill = Prices.of(used);
        assertEquals(32.216 + 15, bill.sockets(), CENT_OF_A_CENT);
        assertEquals(1_800 + 583.6487, bill.cdn(), CENT_OF_A_CENT); // 6,866.455 GB at 0.085
        assertEquals(0, bill.traffic());
    }

    @Test
    void upToTheThresholdTheThreeLanesAreLaneA() {
        assertEquals(hour.laneAAlone(500), hour.threeLanes(500));
        assertEquals(0, hour.threeLanes(501).internetBytes());
    }

    @Test
    void aMessageAbove32KilobytesCountsAsSeveral() {
        var large = new Rates(RATES.talk(), new Rates.LaneA(2, 33 * 1024), RATES.laneB(), RATES.functions());

        var more = new Hour(large).laneAAlone(100).socketMessages()
                - hour.laneAAlone(100).socketMessages();

        assertEquals(720_000, more);
    }

    @Test
    void laneAAloneNeedsAsManyRunnersAsItsPostsTake() {
        // 100,000 viewers x 2 frames = 200,000 posts/s, 10,000 a runner: 20 of 0.25 GB for an hour
        var used = hour.laneAAlone(100_000);
        var messages = 100_000 * 180 + 144_000 + 300_000;

        assertEquals(messages * 0.001 + 20 * 0.25 * 3600, used.gbSeconds(), 1e-6);
        assertEquals(200_000, hour.callbacksPerSecond(100_000));
    }

    @Test
    void whatIsAboveATierCostsItsPrice() {
        assertEquals(1_000 + 0.8 * 500, Prices.tiered(1.5e9, 1e9, 1e-6, 0.8e-6), 1e-6);
        assertEquals(500, Prices.tiered(0.5e9, 1e9, 1e-6, 0.8e-6), 1e-6);
    }
}
