package dev.vitrine.it.ledger;

import static dev.vitrine.it.support.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vitrine.it.support.Catalogs;
import dev.vitrine.it.support.Cloud;
import dev.vitrine.it.support.Launcher;
import dev.vitrine.it.support.LocalQueue;
import dev.vitrine.it.support.Paying;
import dev.vitrine.it.support.Processes;
import dev.vitrine.it.support.SharedCloud;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// A crowd gives in several rooms while requests and messages come twice, functions are killed, and once the
/// whole local cloud: then answers, rows, balances, events, what readers were shown and rankings are the
/// same, gift by gift; and an audit says so, until a byte is changed.
///
/// `-Dvitrine.it.gifts=10000` for the whole proof, `-Dvitrine.it.seed=N` for another course of it.
class GiftsSurviveKillsTest {
    private static final int GIFTS = Integer.getInteger("vitrine.it.gifts", 1_000);
    private static final long SEED = Long.getLong("vitrine.it.seed", 5);
    private static final int GIVERS = 200;
    private static final int ROOMS = 3;
    /// As many as a ranking tells at most.
    private static final int RANKED = 100;

    private static final int BLOWS = 5;
    /// The one that hits everything.
    private static final int DEADLY_BLOW = 3;

    private static final String[] QUEUES = {"ledger-events", "chat-events"};

    private static final Duration GIVEN_WITHIN = Duration.ofMinutes(10);
    /// A message that somebody was at when everything was killed is back after a minute.
    private static final Duration SETTLED_WITHIN = Duration.ofSeconds(150);

    private static final ZoneId HOUSE = ZoneId.of("Asia/Shanghai");

    private static final Cloud cloud =
            Cloud.start(SharedCloud.folder().resolve("gifts-survive"), "--catalog", withEndlessInterruptions());

    private final Random random = new Random(SEED);
    private final GiftWitness witness = new GiftWitness(cloud);
    private final List<String> rooms = new ArrayList<>();

    /// Shows go on without their streams for the time of any test.
    private static String withEndlessInterruptions() {
        return Catalogs.with(
                        "  rooms-heal:\n",
                        "  rooms-heal:\n    environment: { VITRINE_ROOMS_INTERRUPTION_LIMIT: PT1H }\n",
                        "delaySeconds: 30",
                        "delaySeconds: 900")
                .toString();
    }

    @AfterAll
    static void stop() {
        cloud.close();
    }

    @Test
    void everyGiftIsPaidShownAndCountedOnce() {
        IntStream.range(0, ROOMS).forEach(this::openRoom);
        var readers = rooms.stream().map(room -> new SteadyReader(cloud, room)).toList();
        try (var crowd = new GiftCrowd(cloud, GIVERS)) {
            var given = new GiftTally(giveUnderBlows(crowd));
            assertEquals(GIFTS, given.gifts().size(), "seed " + SEED);
            assertTrue(crowd.refused() > 0, "some could not be paid");

            eventually("nothing is on its way", SETTLED_WITHIN, this::onTheWay, Map.of()::equals);
            sameGifts("rows", given.gifts(), witness.rows());
            sameGifts("events", given.gifts(), witness.events());
            assertEquals(GIFTS, witness.transfers());
            moneyIsWhere(given);
            rankingsSay(given);
            readers.forEach(reader -> wasShown(reader, given.in(reader.room())));
        } finally {
            readers.forEach(SteadyReader::close);
        }
        theAuditNamesWhatIsChanged();
    }

    private static String streamer(int room) {
        return "soak-streamer-" + room;
    }

    /// On air once; then its show goes on without a stream, which nothing here is about.
    private void openRoom(int number) {
        var streamer = cloud.as(streamer(number), "streamer");
        var room = streamer.createRoom("Soak " + number).path("id").asText();
        Paying.goLive(streamer, room, SharedCloud.folder()).close();
        eventually("the ledger knows the room is live", SETTLED_WITHIN, () -> witness.isOnAir(room), live -> live);
        rooms.add(room);
    }

    private List<Gift> giveUnderBlows(GiftCrowd crowd) {
        try (var repeater = new Repeater(cloud, QUEUES)) {
            crowd.give(GIFTS, rooms, random);
            int killed = 0;
            for (int blow = 1; blow <= BLOWS; blow++) {
                int due = GIFTS * blow / (BLOWS + 1);
                eventually(
                        due + " gifts are acknowledged",
                        GIVEN_WITHIN,
                        crowd::acknowledged,
                        count -> count >= due || crowd.isDone());
                if (blow == DEADLY_BLOW) {
                    cloud.kill();
                    cloud.start();
                } else {
                    killed += killSomeFunctions();
                }
            }
            eventually("everything is answered", GIVEN_WITHIN, crowd::isDone, done -> done);
            assertTrue(killed > 0, "functions were killed");
            assertTrue(repeater.repeated() > 0, "messages came twice");
            return crowd.gifts();
        }
    }

    /// About half of what runs.
    private int killSomeFunctions() {
        var victims = Processes.functions(cloud).stream()
                .filter(_ -> random.nextBoolean())
                .toList();
        victims.forEach(ProcessHandle::destroyForcibly);
        return victims.size();
    }

    /// Messages, events that have not left, items that no room was told. A message whose function was killed each
    /// time was given up; then it is sent again, as the alarm tells an operator to do.
    private Map<String, Long> onTheWay() {
        var left = new HashMap<>(witness.onTheWay());
        for (var name : QUEUES) {
            var queue = new LocalQueue(cloud, name);
            queue.redrive(new LocalQueue(cloud, name + "-dlq"));
            left.put(name, (long) queue.size());
        }
        left.values().removeIf(count -> count == 0);
        return left;
    }

    private void moneyIsWhere(GiftTally given) {
        for (int giver = 0; giver < GIVERS; giver++) {
            var name = GiftCrowd.name(giver);
            assertEquals(GiftCrowd.PURSE_COINS - given.spentBy(name), witness.balance(name, "WALLET"), name);
        }
        long income = 0;
        for (int room = 0; room < ROOMS; room++) {
            long paid = witness.balance(streamer(room), "PENDING_INCOME");
            assertEquals(
                    given.dueFrom(rooms.get(room)), paid * GiftTally.BASIS_POINTS + witness.carried(streamer(room)));
            income += paid;
        }
        assertEquals(given.given() - income, witness.balance("platform", "COMMISSION"));
        assertEquals(-(long) GIVERS * GiftCrowd.PURSE_COINS, witness.balance("platform", "ISSUANCE"));
    }

    /// The first hundred givers of each room, and what every streamer was given.
    private void rankingsSay(GiftTally given) {
        for (var room : rooms) {
            var ranking = guest("/v1/rooms/" + room + "/gift-ranking?limit=" + RANKED);
            var givers = given.giversIn(room);
            var ranked = new ArrayList<Long>();
            for (var each : ranking.path("items")) {
                var coins = each.path("coins").asLong();
                assertEquals(givers.get(each.path("name").asText()), coins);
                ranked.add(coins);
            }
            var most = givers.values().stream().sorted(Comparator.reverseOrder());
            assertEquals(most.limit(RANKED).toList(), ranked);
            assertEquals(given.givenIn(room), ranking.path("coins").asLong());
        }
        var expected = new HashMap<String, Long>();
        IntStream.range(0, ROOMS).forEach(room -> expected.put(streamer(room), given.givenIn(rooms.get(room))));
        assertEquals(expected, rankedOnDays());
    }

    /// Of today and yesterday, since a run may last over midnight.
    private static Map<String, Long> rankedOnDays() {
        var coins = new HashMap<String, Long>();
        var today = LocalDate.now(HOUSE);
        for (var day : List.of(today.minusDays(1), today)) {
            for (var each :
                    guest("/v1/gift-ranking?limit=" + RANKED + "&day=" + day).path("items")) {
                coins.merge(each.path("streamer").asText(), each.path("coins").asLong(), Long::sum);
            }
        }
        return coins;
    }

    private static JsonNode guest(String path) {
        return cloud.asGuest().get(path).expect(200).json();
    }

    private static void wasShown(SteadyReader reader, List<Gift> gifts) {
        eventually("every gift is shown", SETTLED_WITHIN, () -> reader.gifts().size(), shown -> shown >= gifts.size());
        sameGifts("what was shown", gifts, reader.gifts());
        assertEquals(List.of(), reader.faults());
    }

    private static void sameGifts(String what, List<Gift> expected, List<Gift> found) {
        assertEquals(sorted(expected), sorted(found), what);
    }

    private static List<Gift> sorted(List<Gift> gifts) {
        return gifts.stream()
                .sorted(Comparator.comparing(Gift::id).thenComparing(Gift::toString))
                .toList();
    }

    private static void theAuditNamesWhatIsChanged() {
        var whole = Launcher.run(cloud, "audit");
        assertEquals(0, whole.exitCode(), whole.said());
        assertTrue(whole.said().contains("balanced") && whole.said().contains("chain intact"), whole.said());

        var changed = changeAByteOfAnEntry();

        var broken = Launcher.run(cloud, "audit");
        assertNotEquals(0, broken.exitCode(), broken.said());
        assertTrue(broken.said().contains("CHAIN BROKEN"), broken.said());
        changed.forEach((what, value) -> assertTrue(broken.said().contains(what + " " + value), broken.said()));
    }

    /// As somebody who has the machine, and gets round every rule of the database.
    ///
    /// @return what an audit has to name
    private static Map<String, String> changeAByteOfAnEntry() {
        try (var database = LocalDatabase.of(cloud)) {
            database.run("set session_replication_role = replica");
            return database.all(
                            row -> Map.of(
                                    "account", row.getString("account_id"),
                                    "entry", row.getString("seq"),
                                    "transfer", row.getString("transfer_id")),
                            """
                            update ledger.entries e set amount = e.amount # 1 from (
                                select account_id, shard, seq from ledger.entries where amount > 1 and currency = 'COIN'
                                order by transfer_id limit 1 offset 100) one
                            where (e.account_id, e.shard, e.seq) = (one.account_id, one.shard, one.seq)
                            returning e.account_id, e.seq, e.transfer_id
                            """)
                    .getFirst();
        }
    }
}
