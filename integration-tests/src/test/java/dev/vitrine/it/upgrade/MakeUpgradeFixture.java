package dev.vitrine.it.upgrade;

import static dev.vitrine.it.support.Eventually.eventually;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vitrine.it.support.Api;
import dev.vitrine.it.support.Api.Answer;
import dev.vitrine.it.support.ChatSocket;
import dev.vitrine.it.support.Chatting;
import dev.vitrine.it.support.Cloud;
import dev.vitrine.it.support.Encoder;
import dev.vitrine.it.support.LocalQueue;
import dev.vitrine.it.support.Paying;
import dev.vitrine.it.support.Processes;
import dev.vitrine.it.support.SharedCloud;
import dev.vitrine.it.upgrade.Truths.Reader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Makes an upgrade fixture of the checkout that `vitrine.root` names. No test of the gate:
// `integration-tests/upgrade/make.sh`
/// runs it.
///
/// One data folder lives through four starts, each ended by `kill -9`, with a registry changed a little more each time:
/// everything works; income becomes payable at once; events are held back in their queues; no event can leave at all.
class MakeUpgradeFixture {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    /// Longer than the start takes in which events are held back; the next one leaves them unread.
    private static final int HELD_SECONDS = 180;

    /// Put there by hand: the move itself is not what is tested.
    private static final String GAVE_UP = "rooms-events-dlq";

    private static final List<String> QUEUES = List.of("rooms-events", "chat-events", "ledger-events", "chat-wakes");

    private static final String SIZE = "320x180";
    private static final int CLIP_SECONDS = 8;
    private static final int ON_AIR_SECONDS = 6;
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Reader STREAMER = new Reader("upgrade-streamer", "streamer");
    private static final Reader ANN = new Reader("upgrade-ann", "viewer");
    private static final Reader BOB = new Reader("upgrade-bob", "viewer");
    private static final Reader OPERATOR = new Reader("upgrade-operator", "operator");
    private static final Reader AUDITOR = new Reader("upgrade-auditor", "auditor");
    private static final Reader GUEST = new Reader(null, null);

    private final String version = System.getProperty("vitrine.upgrade.version");
    private final Path target = Path.of(System.getProperty("vitrine.upgrade.target"));
    private final List<Truths.Said> said = new ArrayList<>();
    private final List<Truths.Given> gifts = new ArrayList<>();
    private final List<Truths.Repeat> repeats = new ArrayList<>();
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
        buyCoins();
        aWholeShow();
        kill();

        start(settling());
        withdraw();
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
        try (var _ = Encoder.push(clip, address(live))) {
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
        return house.as(STREAMER);
    }

    private String room(String title, Map<String, ?> more) {
        var room = new java.util.HashMap<String, Object>(more);
        room.put("title", title);
        return streamer()
                .post("/v1/rooms", room, Paying.key())
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    private void planRooms() {
        planned = room(
                "Planned 预告",
                Map.of("kind", "MARKETPLACE", "tags", List.of("tea", "茶"), "description", "For another day"));
        cancelled = room("Cancelled", Map.of("kind", "PARTNER"));
        streamer().delete("/v1/rooms/" + cancelled);
        ready = Chatting.openRoom(cloud, streamer(), "Ready");
        var issued = streamer().post("/v1/rooms/" + ready + "/stream-key", null).expect(200);
        key = new Truths.Key(ready, issued.json().path("streamKey").asText());
    }

    private void buyCoins() {
        Paying.buy(house.as(ANN), "coins-1000");
        Paying.buy(house.as(BOB), "coins-5000");
        var refused = Paying.start(house.as(BOB), "coins-60");
        Paying.choose(refused, "refuse");
        Paying.await(house.as(BOB), refused, "REFUSED");
    }

    private void aWholeShow() {
        shown = room("Shown", Map.of());
        try (var _ = Encoder.push(clip, address(shown));
                var ann = awaitLive(shown, ANN);
                var bob = enter(shown, BOB);
                var carl = enter(shown, new Reader("upgrade-carl", "viewer"));
                var dora = enter(shown, new Reader("upgrade-dora", "viewer"))) {
            say(shown, ann, "first");
            say(shown, carl, "I keep order");
            say(shown, bob, "第二");
            give(shown, ANN, "rose", 3);
            give(shown, BOB, "sports-car", 2);
            keepOrder(ann, carl, dora);
            say(shown, ann, "last");
            eventually("all is kept", PATIENCE, this::keptInShown, found -> found >= 6);
            awaitPicture(shown);
            streamer().end(shown);
        }
        awaitState(shown, "REPLAY_READY");
        eventually("the talk is in the replay", PATIENCE, () -> house.held(replayed()), found -> found.isPresent());
    }

    private int keptInShown() {
        return streamer().get(messages(shown)).expect(200).json().path("items").size();
    }

    private void keepOrder(ChatSocket ann, ChatSocket carl, ChatSocket dora) {
        var chat = "/v1/rooms/" + shown + "/chat";
        streamer()
                .send("PUT", chat + "/moderators/" + Chatting.viewer(carl), null, Map.of())
                .expect(204);
        var rude = dora.say("rude").path("seq").asLong();
        say(shown, dora, "not rude");
        house.as(new Reader("upgrade-carl", "viewer"))
                .post(chat + "/messages/" + rude + "/delete", Map.of("reason", "rude"))
                .expect(204);
        streamer()
                .send(
                        "PUT",
                        chat + "/sanctions/" + Chatting.viewer(dora),
                        Map.of("kind", "BAN", "reason", "rude again"),
                        Map.of())
                .expect(200);
        streamer()
                .post(
                        chat + "/words",
                        Map.of("add", List.of(Map.of("word", "cheap", "action", "HOLD")), "remove", List.of()))
                .expect(204);
        eventually(
                "the word is in force",
                PATIENCE,
                () -> ann.say("cheap " + System.nanoTime()).path("rule").asText(),
                "HELD"::equals);
        streamer().patch(chat, Map.of("notice", "Welcome 欢迎")).expect(200);
    }

    // --- income becomes payable at once

    private void withdraw() {
        eventually(
                "income is payable",
                PATIENCE,
                () -> streamer().get("/v1/income").expect(200).json(),
                income -> income.path("payable").asLong() > 370);
        decide(withdrawal(100), "APPROVE");
        decide(withdrawal(120), "REFUSE");
        withdrawal(150);
        eventually(
                "the chains are sealed",
                PATIENCE,
                () -> house.as(AUDITOR).get("/v1/audit/chain").expect(200).json(),
                chain -> chain.toString().contains("\"hash\""));
    }

    private String withdrawal(int coins) {
        return streamer()
                .post("/v1/withdrawals", Map.of("coins", coins), Paying.key())
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    private void decide(String withdrawal, String decision) {
        house.as(OPERATOR)
                .post(
                        "/v1/withdrawals/" + withdrawal + "/decision",
                        Map.of("decision", decision, "reason", "for the fixture"))
                .expect(200);
    }

    /// Three shows that are on air when the cloud is killed.
    private List<Encoder> goLive() {
        live = room("On air", Map.of());
        rendered = room("Rendered", Map.of());
        rendering = room("Rendering", Map.of());
        var encoders = List.of(live, rendered, rendering).stream()
                .map(room -> Encoder.push(clip, address(room)))
                .toList();
        try (var ann = awaitLive(live, ANN)) {
            say(live, ann, "kept");
            give(live, ANN, "lucky-star", 1);
            for (var room : List.of(live, rendered, rendering)) {
                awaitState(room, "LIVE");
                awaitPicture(room);
            }
            eventually(
                    "it is kept", PATIENCE, () -> streamer().get(messages(live)).json(), page -> page.toString()
                            .contains("\"kept\""));
        }
        return encoders;
    }

    // --- events are held back

    private void talkAndGiveUnheard() {
        awaitState(live, "INTERRUPTED");
        awaitState(rendered, "INTERRUPTED");
        awaitState(rendering, "INTERRUPTED");
        try (var ann = enter(live, ANN);
                var bob = enter(live, BOB)) {
            say(live, ann, "not kept");
            say(live, bob, "还没有");
            ann.like(7);
            say(live, ann, "not kept either");
        }
        give(live, ANN, "rose", 2);
        give(live, BOB, "fireworks", 1);
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
        awaitState(live, "LIVE");
        give(live, BOB, "rocket", 1);
        unheard = room("Unheard", Map.of());
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
        return new Truths(
                version,
                System.currentTimeMillis(),
                stays(),
                List.of(house.held(replayed()).orElseThrow()),
                repeats.stream().map(this::again).toList(),
                List.of(
                        new Truths.Becomes(live, "REPLAY_READY"),
                        new Truths.Becomes(rendered, "REPLAY_READY"),
                        new Truths.Becomes(rendering, "REPLAY_READY"),
                        new Truths.Becomes(unheard, "SCHEDULED")),
                said,
                gifts,
                List.of(unheard),
                new LocalQueue(cloud, GAVE_UP)
                        .bodies().stream()
                                .map(body -> new Truths.GaveUp(GAVE_UP, body))
                                .toList(),
                List.of(earned()),
                List.of(house.replay(shown)),
                key);
    }

    private List<Truths.Read> stays() {
        var stays = new ArrayList<Truths.Read>();
        for (var room : List.of(planned, ready, cancelled, shown)) {
            stays.add(house.read(GUEST, "/v1/rooms/" + room));
        }
        stays.add(house.read(GUEST, "/v1/rooms/" + shown + "/gift-ranking"));
        stays.add(house.read(GUEST, "/v1/coin-packages"));
        for (var what : List.of("messages", "sanctions", "moderators", "acts", "reviews", "words")) {
            stays.add(house.read(STREAMER, "/v1/rooms/" + shown + "/chat/" + what));
        }
        for (var viewer : List.of(ANN, BOB)) {
            for (var what : List.of("/v1/wallet", "/v1/wallet/entries", "/v1/wallet/top-ups")) {
                stays.add(house.read(viewer, what));
            }
            stays.add(house.read(AUDITOR, "/v1/audit/accounts?owner=" + viewer.who()));
        }
        return stays;
    }

    /// Settlement goes on; what a month was given, and what was withdrawn in it, does not change.
    private Truths.Earned earned() {
        var income = streamer().get("/v1/income").expect(200).json();
        var withdrawals = new ArrayList<JsonNode>();
        streamer().get("/v1/withdrawals").expect(200).json().path("items").forEach(withdrawals::add);
        var month = YearMonth.now(ZoneId.of("Asia/Shanghai")).toString();
        var statement = house.as(STREAMER)
                .send("GET", "/v1/income/statements/" + month, null, Map.of("accept", "application/json"))
                .expect(200)
                .json();
        return new Truths.Earned(
                STREAMER.who(),
                income.path("pending").asLong()
                        + income.path("payable").asLong()
                        + income.path("held").asLong(),
                income.path("withdrawn").asLong(),
                withdrawals,
                month,
                statement);
    }

    private void pack(Truths truths) throws IOException, InterruptedException {
        new StoppedDatabase(work.resolve("data/postgres")).forgetLog();
        DataArchive.pack(work.resolve("data"), target.resolve("data.tar.xz"));
        truths.write(target.resolve("truths.json"));
    }

    // --- steps

    private String address(String room) {
        return streamer().pushAddress(room);
    }

    private static String messages(String room) {
        return "/v1/rooms/" + room + "/chat/messages";
    }

    private String replayed() {
        return "/media/chat/" + shown + "/replay/0.json";
    }

    private ChatSocket enter(String room, Reader who) {
        return eventually(
                "somebody enters", PATIENCE, () -> Chatting.enter(cloud, room, who.who(), who.role()), _ -> true);
    }

    /// On air, and chat and ledger have heard of it.
    private ChatSocket awaitLive(String room, Reader who) {
        awaitState(room, "LIVE");
        for (var what : List.of("/gift-ranking", "/chat")) {
            eventually(
                    "others know the room",
                    PATIENCE,
                    () -> cloud.asGuest().get("/v1/rooms/" + room + what).status(),
                    status -> status == 200);
        }
        return enter(room, who);
    }

    private void awaitState(String room, String state) {
        eventually(room + " is " + state, PATIENCE, () -> streamer().state(room), state::equals);
    }

    /// So much that a replay can be made of it.
    private void awaitPicture(String room) {
        eventually(
                "there is a picture of " + ON_AIR_SECONDS + " s",
                PATIENCE,
                () -> dev.vitrine.it.support.Playlist.read(
                                streamer().room(room).at("/playback/hls").asText())
                        .variants()
                        .getFirst(),
                playlist -> playlist.seconds() >= ON_AIR_SECONDS);
    }

    /// Under an id that no other socket of the speaker has used: else it would be the same message sent again.
    private void say(String room, ChatSocket who, String text) {
        var id = "upgrade-" + said.size();
        var reply = eventually(
                "it is said: " + text,
                PATIENCE,
                () -> who.ask(who.request("say").put("id", id).put("text", text)),
                answer -> answer.path("ok").asBoolean());
        said.add(new Truths.Said(room, reply.path("seq").asLong(), text));
    }

    private void give(String room, Reader giver, String gift, int count) {
        var wish = JSON.createObjectNode().put("gift", gift).put("count", count);
        var once = "upgrade-" + gifts.size();
        var sent = eventually(
                        "the gift is taken",
                        PATIENCE,
                        () -> house.give(giver, room, wish, once),
                        answer -> answer.status() == 201)
                .json();
        gifts.add(new Truths.Given(
                room, sent.path("id").asText(), giver.who(), sent.path("coins").asLong()));
        repeats.add(new Truths.Repeat(giver, room, wish, once, 201, sent));
    }

    /// What it answers now; a room whose show is over takes no gift, known or not.
    private Truths.Repeat again(Truths.Repeat asked) {
        Answer answer = house.give(asked.as(), asked.room(), asked.request(), asked.key());
        return new Truths.Repeat(
                asked.as(), asked.room(), asked.request(), asked.key(), answer.status(), House.anywhere(answer.json()));
    }
}
