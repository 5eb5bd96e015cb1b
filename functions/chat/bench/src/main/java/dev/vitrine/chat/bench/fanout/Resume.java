package dev.vitrine.chat.bench.fanout;

import io.vertx.core.http.WebSocketConnectOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.random.RandomGenerator;

/// A crowd that comes back at an even rate, after a network that was away say; as many at a time as the
/// machine lets in.
final class Resume {
    /// Who waits to be let in at the same time: as many as the local runtime lets wait for a function (200),
    /// and not more, since the rest would only be refused.
    private static final int JOINING = 180;
    /// What was said before, for cursors to be at different places of it.
    private static final Duration TALKED_BEFORE = Duration.ofSeconds(8);
    /// Cursors are at most so many numbers old.
    private static final int BEHIND = 200;

    private static final long TICK_MILLIS = 10;
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(40);
    private static final double MILLIS = 1000;

    private final Loop loop;
    private final RandomGenerator random;
    private final int clients;
    private final Duration within;
    private final ResumeTally tally = new ResumeTally();

    Resume(Loop loop, RandomGenerator random, int clients, Duration within) {
        this.loop = loop;
        this.random = random;
        this.clients = clients;
        this.within = within;
    }

    ResumeResult run(BenchCloud cloud, CrowdedRoom room) throws IOException, InterruptedException {
        room.talk(Plan.DANMAKU); // below the budget of lane B: whatever is missing is a fault
        Thread.sleep(Duration.ofMillis(2 * room.slotMillis()));
        System.err.println("resume: " + clients + " clients in " + within.toSeconds() + " s");
        var slots = new Slots(loop.vertx(), room);
        loop.run(slots::start);
        Thread.sleep(TALKED_BEFORE);
        var oldest = loop.ask(slots::until);
        Thread.sleep(TALKED_BEFORE);
        var client = Sockets.client(loop.vertx());
        var address = new WebSocketConnectOptions()
                .setHost(cloud.url().getHost())
                .setPort(cloud.url().getPort())
                .setURI("/v1/sockets")
                .addSubProtocol("vitrine.v1");
        var began = System.currentTimeMillis();
        var timer = loop.ask(() -> loop.vertx().setPeriodic(TICK_MILLIS, _ -> {
            var due = (System.currentTimeMillis() - began) / (double) within.toMillis() * clients;
            while (tally.startedCount() < Math.min(due, clients) && tally.joining() < JOINING) {
                var after = Math.max(oldest, slots.until() - random.nextInt(BEHIND));
                new Resumption(loop.vertx(), client, address, room.room(), slots, after, random, tally).begin();
            }
        }));
        Thread.sleep(within.plusMillis(10 * TICK_MILLIS)); // the last one is due at its very end
        loop.run(() -> loop.vertx().cancelTimer(timer));
        var deadline = System.nanoTime() + ENDS_WITHIN.toNanos();
        while (loop.ask(tally::underWay) > 0 && System.nanoTime() < deadline) {
            Thread.sleep(TICK_MILLIS);
        }
        var seconds = (System.currentTimeMillis() - began) / MILLIS;
        loop.run(slots::stop);
        client.close();
        return loop.ask(() -> tally.result(clients, seconds));
    }
}
