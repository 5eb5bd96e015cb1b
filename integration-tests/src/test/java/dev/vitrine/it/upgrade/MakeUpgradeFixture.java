package dev.vitrine.it.upgrade;

import static dev.vitrine.it.support.Eventually.eventually;
import static dev.vitrine.it.upgrade.Deeds.ANN;
import static dev.vitrine.it.upgrade.Deeds.BOB;
import static dev.vitrine.it.upgrade.Deeds.CARL;
import static dev.vitrine.it.upgrade.Deeds.DORA;
import static dev.vitrine.it.upgrade.Deeds.PATIENCE;

import dev.vitrine.it.support.Api;
import dev.vitrine.it.support.Chatting;
import dev.vitrine.it.support.Cloud;
import dev.vitrine.it.support.Encoder;
import dev.vitrine.it.support.LocalQueue;
import dev.vitrine.it.support.Processes;
import dev.vitrine.it.support.SharedCloud;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Makes an upgrade fixture of the checkout that `vitrine.root` names. No test of the gate: it is run by
/// `integration-tests/upgrade/make.sh`.
///
/// One data folder lives through four starts, each ended by `kill -9`, with a registry changed a little more
/// each time: everything works; income becomes payable at once; events are held back in their queues; no
/// event can leave.
class MakeUpgradeFixture {
    /// Longer than the start takes in which events are held back; the next one leaves them unread.
    private static final int HELD_SECONDS = 180;

    /// Put there by hand: the move itself is not what is tested.
    private static final String GAVE_UP = "rooms-events-dlq";

    private static final List<String> QUEUES = List.of("rooms-events", "chat-events", "ledger-events", "chat-wakes");

    private static final String SIZE = "320x180";
    private static final int CLIP_SECONDS = 8;

    private final String version = System.getProperty("vitrine.upgrade.version");
    private final Path target = Path.of(System.getProperty("vitrine.upgrade.target"));
    private final Deeds deeds = new Deeds();
    private Path work;
    private Path clip;
    private Cloud cloud;
    private House house;

    private String planned;
    private String ready;
    private String cancelled;
    private String shown;
    private String live;
    private String rendered;
    private String rendering;
    private String unheard;
    private Truths.Key key;

    @Test
    void make() throws Exception {
        work = Files.createTempDirectory(SharedCloud.folder(), "fixture");
        clip = Encoder.quietClip(work, SIZE, CLIP_SECONDS);
        try {
            live();
        } finally {
            cloud.close();
        }
    }

    private void live() throws Exception {
        start(new ChangedCatalog().schedule("ledger-seal", "rate(1 minute)"));
        planRooms();
        new MoneyMoves(house).buyCoins();
        aWholeShow();
        kill();

        start(settling());
        new MoneyMoves(house).withdraw();
        var encoders = goLive();
        kill();
        encoders.forEach(Encoder::close);

        start(interrupted(new ChangedCatalog()).holdEvents(HELD_SECONDS));
        talkAndGiveUnheard();
        kill();

        start(interrupted(new ChangedCatalog())
                .sendEventsTo("upgrade-nowhere", "rooms-on-event")
                .leaveUnread(
                        "rooms-on-event", "chat-on-event", "chat-fan-out", "ledger-on-event", "media-on-job-event"));
        new LocalQueue(cloud, "upgrade-nowhere").delete();
        try (var _ = Encoder.push(clip, deeds.address(live))) {
            leaveInOutbox();
            var truths = truths();
            kill();
            pack(truths);
        }
    }

    // --- starts and ends

    private void start(ChangedCatalog catalog) throws IOException {
        cloud = Cloud.start(
                work.resolve("data"), "--catalog", catalog.write(work).toString());
        house = new House(cloud);
        deeds.goOnIn(house);
    }

    /// The database, which nobody kills, is shut down in order by who watches the local cloud.
    private void kill() {
        var below = Processes.below(cloud);
        cloud.kill();
        eventually(
                "no process survives",
                PATIENCE,
                () -> below.stream().filter(ProcessHandle::isAlive).toList(),
                List::isEmpty);
    }

    private static ChangedCatalog settling() throws IOException {
        return new ChangedCatalog()
                .schedule("ledger-seal", "rate(1 minute)")
                .schedule("ledger-settle", "rate(1 minute)")
                // counted from the beginning of the day: what is earned today is payable as well
                .environment("ledger-settle", "VITRINE_LEDGER_HOLDING_PERIOD", "P-2D");
    }

    /// Shows go on without their streams.
    private static ChangedCatalog interrupted(ChangedCatalog catalog) {
        return catalog.environment("rooms-heal", "VITRINE_ROOMS_INTERRUPTION_LIMIT", "PT1H");
    }

    // --- everything works

    private Api streamer() {
        return deeds.streamer();
    }

    private void planRooms() {
        planned = deeds.room(
                "Planned 预告",
                Map.of("kind", "MARKETPLACE", "tags", List.of("tea", "茶"), "description", "For another day"));
        cancelled = deeds.room("Cancelled", Map.of("kind", "PARTNER"));
        streamer().delete("/v1/rooms/" + cancelled);
        ready = Chatting.openRoom(cloud, streamer(), "Ready");
        var issued = streamer().post("/v1/rooms/" + ready + "/stream-key", null).expect(200);
        key = new Truths.Key(ready, issued.json().path("streamKey").asText());
    }

    private void aWholeShow() {
        shown = deeds.room("Shown", Map.of());
        try (var _ = Encoder.push(clip, deeds.address(shown));
                var ann = deeds.awaitLive(shown, ANN);
                var bob = deeds.enter(shown, BOB);
                var carl = deeds.enter(shown, CARL);
                var dora = deeds.enter(shown, DORA)) {
            deeds.say(shown, ann, "first");
            deeds.say(shown, carl, "I keep order");
            deeds.say(shown, bob, "第二");
            deeds.give(shown, ANN, "rose", 3);
            deeds.give(shown, BOB, "sports-car", 2);
            new OrderIsKept(house, deeds, shown).by(carl, ann, dora);
            deeds.say(shown, ann, "last");
            eventually("all is kept", PATIENCE, this::keptInShown, found -> found >= 6);
            deeds.awaitPicture(shown);
            streamer().end(shown);
        }
        deeds.awaitState(shown, "REPLAY_READY");
        eventually("the talk is in the replay", PATIENCE, () -> house.held(replayed()), found -> found.isPresent());
    }

    private int keptInShown() {
        return streamer()
                .get(Deeds.messages(shown))
                .expect(200)
                .json()
                .path("items")
                .size();
    }

    // --- income becomes payable at once

    /// Three shows that are on air when the cloud is killed.
    private List<Encoder> goLive() {
        live = deeds.room("On air", Map.of());
        rendered = deeds.room("Rendered", Map.of());
        rendering = deeds.room("Rendering", Map.of());
        var encoders = List.of(live, rendered, rendering).stream()
                .map(room -> Encoder.push(clip, deeds.address(room)))
                .toList();
        try (var ann = deeds.awaitLive(live, ANN)) {
            deeds.say(live, ann, "kept");
            deeds.give(live, ANN, "lucky-star", 1);
            for (var room : List.of(live, rendered, rendering)) {
                deeds.awaitState(room, "LIVE");
                deeds.awaitPicture(room);
            }
            eventually(
                    "it is kept",
                    PATIENCE,
                    () -> streamer().get(Deeds.messages(live)).json(),
                    page -> page.toString().contains("\"kept\""));
        }
        return encoders;
    }

    // --- events are held back

    private void talkAndGiveUnheard() {
        deeds.awaitState(live, "INTERRUPTED");
        deeds.awaitState(rendered, "INTERRUPTED");
        deeds.awaitState(rendering, "INTERRUPTED");
        try (var ann = deeds.enter(live, ANN);
                var bob = deeds.enter(live, BOB)) {
            deeds.say(live, ann, "not kept");
            deeds.say(live, bob, "还没有");
            ann.like(7);
            deeds.say(live, ann, "not kept either");
        }
        deeds.give(live, ANN, "rose", 2);
        deeds.give(live, BOB, "fireworks", 1);
        var before = new LocalQueue(cloud, "rooms-events").delayed();
        streamer().end(rendered);
        eventually(
                "the replay's event is on its way",
                PATIENCE,
                () -> new LocalQueue(cloud, "rooms-events").delayed(),
                now -> now > before);
    }

    // --- no event can leave

    private void leaveInOutbox() {
        deeds.awaitState(live, "LIVE");
        deeds.give(live, BOB, "rocket", 1);
        unheard = deeds.room("Unheard", Map.of());
        new LocalQueue(cloud, GAVE_UP).send("{\"from\":\"an earlier version\"}");
        streamer().end(rendering);
        eventually(
                "the job's end is on its way",
                PATIENCE,
                () -> new LocalQueue(cloud, "media-job-events").size(),
                size -> size > 0);
        for (var queue : QUEUES) {
            var messages = new LocalQueue(cloud, queue);
            if (messages.size() + messages.delayed() == 0) {
                throw new IllegalStateException("nothing is on its way in " + queue);
            }
        }
    }

    // --- what was acknowledged

    private Truths truths() {
        var acknowledged = new Acknowledged(house);
        return new Truths(
                version,
                System.currentTimeMillis(),
                acknowledged.stays(List.of(planned, ready, cancelled, shown), shown),
                List.of(house.held(replayed()).orElseThrow()),
                deeds.repeats.stream().map(acknowledged::again).toList(),
                List.of(
                        new Truths.Becomes(live, "REPLAY_READY"),
                        new Truths.Becomes(rendered, "REPLAY_READY"),
                        new Truths.Becomes(rendering, "REPLAY_READY"),
                        new Truths.Becomes(unheard, "SCHEDULED")),
                deeds.said,
                deeds.gifts,
                List.of(unheard),
                new LocalQueue(cloud, GAVE_UP)
                        .bodies().stream()
                                .map(body -> new Truths.GaveUp(GAVE_UP, body))
                                .toList(),
                List.of(acknowledged.earned()),
                List.of(house.replay(shown)),
                key);
    }

    private void pack(Truths truths) throws IOException, InterruptedException {
        new StoppedDatabase(work.resolve("data/postgres")).forgetLog();
        DataArchive.pack(work.resolve("data"), target.resolve("data.tar.xz"));
        truths.write(target.resolve("truths.json"));
    }

    private String replayed() {
        return "/media/chat/" + shown + "/replay/0.json";
    }
}
