package dev.vitrine.it.upgrade;

import static dev.vitrine.it.support.Eventually.eventually;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vitrine.it.support.Catalogs;
import dev.vitrine.it.support.ChatSocket;
import dev.vitrine.it.support.Chatting;
import dev.vitrine.it.support.Cloud;
import dev.vitrine.it.support.Encoder;
import dev.vitrine.it.support.Launcher;
import dev.vitrine.it.support.LocalQueue;
import dev.vitrine.it.support.Paying;
import dev.vitrine.it.support.SharedCloud;
import dev.vitrine.it.upgrade.Truths.Earned;
import dev.vitrine.it.upgrade.Truths.GaveUp;
import dev.vitrine.it.upgrade.Truths.Given;
import dev.vitrine.it.upgrade.Truths.Reader;
import dev.vitrine.it.upgrade.Truths.Said;
import java.io.IOException;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/// A data folder that an earlier version left, killed while events were on their way, is opened by this
/// version: nothing that was acknowledged is lost, and what was on its way arrives.
@ParameterizedClass(name = "{0}")
@MethodSource("fixtures")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DataOfAnEarlierVersionOpensTest {
    private static final Duration ARRIVES_WITHIN = Duration.ofMinutes(4);

    private static final String WITNESS = "event-witness";
    private static final Reader GUEST = new Reader(null, null);
    private static final Reader STREAMER = new Reader("upgrade-streamer", "streamer");
    private static final List<String> CHANGED_BY_TIME = List.of("settled", "complete", "fans");

    private static House house;

    @Parameter
    private UpgradeFixture fixture;

    static List<UpgradeFixture> fixtures() throws IOException, URISyntaxException {
        return UpgradeFixture.all();
    }

    @BeforeParameterizedClassInvocation
    static void open(UpgradeFixture fixture) throws IOException, InterruptedException {
        var data = SharedCloud.folder().resolve("upgrade-" + fixture.truths().version());
        fixture.unpack(data);
        house = new House(Cloud.start(data, "--catalog", keepingTalk()));
    }

    /// Nothing that was said is forgotten for its age.
    private static String keepingTalk() {
        return Catalogs.with("  chat-heal:\n", "  chat-heal:\n    environment: { VITRINE_CHAT_KEEP_DAYS: '36500' }\n")
                .toString();
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        house.cloud().close();
    }

    private Truths truths() {
        return fixture.truths();
    }

    @Test
    void whatWasAnsweredIsAnsweredAgain() {
        assertAll(truths().stay().stream().map(was -> () -> {
            var now = house.read(was.as(), was.path()).body();
            assertEquals(was.body(), KnownFields.of(now, was.body()), was.path());
        }));
        assertAll(truths().objects().stream()
                .map(was -> () -> assertEquals(was, house.held(was.path()).orElseThrow())));
    }

    @Test
    void aRequestThatWasAnsweredIsKnown() {
        assertAll(truths().repeats().stream().map(was -> () -> {
            var answer = house.give(was.as(), was.room(), was.request(), was.key());
            assertEquals(was.body(), House.anywhere(answer.json()));
            assertEquals(was.status(), answer.status());
        }));
    }

    @Test
    void everyRoomGoesOnToItsState() {
        assertAll(truths().become().stream()
                .map(room -> () -> eventually(
                        room.toString(),
                        ARRIVES_WITHIN,
                        () -> house.cloud().asGuest().state(room.room()),
                        room.state()::equals)));
    }

    @Test
    void othersHearOfARoomWhoseEventHadNotLeft() {
        assertAll(truths().told().stream().flatMap(room -> List.of("/chat", "/gift-ranking").stream()
                .map(what -> () -> eventually(
                        what + " knows " + room,
                        ARRIVES_WITHIN,
                        () -> house.cloud()
                                .asGuest()
                                .get("/v1/rooms/" + room + what)
                                .status(),
                        status -> status == 200))));
    }

    @Test
    void everyLineIsInTheHistory() {
        truths().said().stream()
                .collect(groupingBy(Said::room))
                .forEach((room, said) -> eventually(
                        "all that was said in " + room + " is kept",
                        ARRIVES_WITHIN,
                        () -> history(room),
                        kept -> kept.containsAll(said)));
    }

    private static Set<Said> history(String room) {
        var messages = house.as(STREAMER)
                .get("/v1/rooms/" + room + "/chat/messages?limit=100")
                .expect(200)
                .json()
                .path("items");
        return stream(messages)
                .map(message -> new Said(
                        room, message.path("seq").asLong(), message.path("text").asText()))
                .collect(toSet());
    }

    @Test
    void everyGiftIsShownOnceAndRanked() {
        truths().gifts().stream().collect(groupingBy(Given::room)).forEach((room, gifts) -> {
            try (var reader = Chatting.enterAsGuest(house.cloud(), room)) {
                var ids = gifts.stream().map(Given::id).sorted().toList();
                eventually("every gift is shown in " + room, ARRIVES_WITHIN, () -> shownTo(reader), ids::equals);
                assertEquals(List.of(), reader.read().faults());
            }
            var coins = gifts.stream().collect(groupingBy(Given::giver, summingLong(Given::coins)));
            eventually("every gift is ranked in " + room, ARRIVES_WITHIN, () -> ranked(room), coins::equals);
        });
    }

    private static List<String> shownTo(ChatSocket reader) {
        return reader.read().items("gift").stream()
                .map(item -> item.at("/body/id").asText())
                .sorted()
                .toList();
    }

    private static Map<String, Long> ranked(String room) {
        var ranking = house.as(GUEST)
                .get("/v1/rooms/" + room + "/gift-ranking")
                .expect(200)
                .json();
        return stream(ranking.path("items"))
                .collect(groupingBy(giver -> giver.path("name").asText(), summingLong(giver -> giver.path("coins")
                        .asLong())));
    }

    @Test
    void replaysPlay() {
        assertAll(truths().replays().stream().map(was -> () -> assertEquals(was, house.replay(was.room()))));
    }

    @Test
    void aStreamerHasWhatWasEarned() {
        assertAll(truths().earned().stream().map(was -> () -> {
            var streamer = house.cloud().as(was.streamer(), "streamer");
            var income = streamer.get("/v1/income").expect(200).json();
            assertEquals(
                    was.earned(),
                    income.path("pending").asLong()
                            + income.path("payable").asLong()
                            + income.path("held").asLong());
            assertEquals(was.withdrawn(), income.path("withdrawn").asLong());
            var statement = streamer.send(
                            "GET", "/v1/income/statements/" + was.month(), null, Map.of("accept", "application/json"))
                    .expect(200)
                    .json();
            assertEquals(lasting(was.statement()), lasting(statement));
            assertEquals(
                    withdrawals(was),
                    stream(streamer.get("/v1/withdrawals").expect(200).json().path("items"))
                            .toList());
        }));
    }

    /// Without what settlement, followers and the end of the month change.
    private static JsonNode lasting(JsonNode statement) {
        ObjectNode lasting = statement.deepCopy();
        lasting.remove(CHANGED_BY_TIME);
        lasting.path("days").forEach(day -> ((ObjectNode) day).remove(CHANGED_BY_TIME));
        return lasting;
    }

    /// One that nobody decided ends by itself.
    private static List<JsonNode> withdrawals(Earned was) {
        return was.withdrawals().stream()
                .map(withdrawal -> {
                    ObjectNode now = withdrawal.deepCopy();
                    var isOver = Instant.parse(now.path("expiresAt").asText()).isBefore(Instant.now());
                    if (isOver && now.path("state").asText().equals("REQUESTED")) {
                        now.put("state", "EXPIRED");
                    }
                    return (JsonNode) now;
                })
                .toList();
    }

    @Test
    void theBooksBalanceAndTheChainIsIntact() {
        var audit = Launcher.run(house.cloud(), "audit");
        assertEquals(0, audit.exitCode(), audit.said());
        assertTrue(audit.said().contains("\nbalanced\n") && audit.said().contains("chain intact"), audit.said());
        assertFalse(audit.said().contains("no checkpoint yet"), audit.said());
    }

    /// Every message was taken; given up are those that were given up before, and no more.
    @Test
    void everyQueueIsEmptiedAndNothingIsGivenUp() {
        for (var name : LocalQueue.names(house.cloud())) {
            if (name.equals(WITNESS)) {
                continue; // holds a copy of every event, for whoever checks them
            }
            var queue = new LocalQueue(house.cloud(), name);
            var gaveUp = truths().gaveUp().stream()
                    .filter(message -> message.queue().equals(name))
                    .map(GaveUp::body)
                    .toList();
            eventually(
                    "what lies in " + name,
                    ARRIVES_WITHIN,
                    () -> queue.size() + queue.delayed(),
                    size -> size == gaveUp.size());
            if (!gaveUp.isEmpty()) {
                assertEquals(gaveUp, queue.bodies());
            }
        }
    }

    /// The key that the earlier version issued opens the room, and the coins that it sold are given there.
    @Test
    @Order(Integer.MAX_VALUE)
    void lifeGoesOnWithOldKeysAndOldCoins() {
        var room = truths().key().room();
        var giver = house.cloud().as("upgrade-ann", "viewer");
        var coins = Paying.coins(giver);
        var clip = Encoder.clip(SharedCloud.folder(), "640x360", 8);
        var ingest = "rtmp://127.0.0.1:" + house.cloud().rtmpPort() + "/live/";
        try (var _ = Encoder.push(clip, ingest + truths().key().streamKey())) {
            eventually(
                    "the old key opens the room",
                    ARRIVES_WITHIN,
                    () -> house.cloud().asGuest().state(room),
                    "LIVE"::equals);
            var sent = eventually(
                    "a gift is taken",
                    ARRIVES_WITHIN,
                    () -> giver.post("/v1/rooms/" + room + "/gifts", Map.of("gift", "heart"), Paying.key()),
                    answer -> answer.status() == 201);
            assertEquals(coins - 1, sent.json().path("balance").asLong());
            try (var reader = Chatting.enterAsGuest(house.cloud(), room)) {
                var id = sent.json().path("id").asText();
                eventually("it is shown", ARRIVES_WITHIN, () -> shownTo(reader), List.of(id)::equals);
            }
            house.as(STREAMER).end(room);
        }
    }

    private static Stream<JsonNode> stream(JsonNode items) {
        return StreamSupport.stream(items.spliterator(), false);
    }
}
