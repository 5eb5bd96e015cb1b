package dev.vitrine.ledger.gifts.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.ledger.Ledger;
import dev.vitrine.ledger.LedgerDatabase;
import dev.vitrine.ledger.audit.entity.Finding;
import dev.vitrine.ledger.transfers.entity.Account;
import dev.vitrine.ledger.transfers.entity.AccountKind;
import dev.vitrine.model.Currency;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A share that is below a whole coin is carried to the streamer's next gift, whoever gives it, and every
/// gift is told in the statement, whatever came of it.
class IncomeDoesNotDependOnHowTapsAreGroupedTest {
    private static final LedgerDatabase DATABASE = LedgerDatabase.fresh(2);
    private static final Ledger LEDGER = new Ledger(DATABASE.books());
    private static final int WHOLE = 10_000;
    private static final int GIVERS = 8;
    /// Of these one streamer's rests can be spread at once.
    private static final int PLACES = 16;

    @BeforeAll
    static void givers() {
        IntStream.range(0, GIVERS).forEach(giver -> LEDGER.wallet("giver " + giver, 10_000_000));
    }

    @AfterAll
    static void close() {
        assertEquals(Optional.empty(), LEDGER.verify());
        assertEquals(0, DATABASE.deadlocks());
        DATABASE.close();
    }

    @Test
    void singleHeartsPayAsTheSameHeartsInOneGift() throws SQLException {
        var single = room("single", "BRAND");
        var once = room("once", "BRAND");

        IntStream.range(0, 24).forEach(_ -> give(0, single, "heart", 1));
        give(0, once, "heart", 24);

        // 70 % of 24 are 16.8
        assertEquals(16, income("single"));
        assertEquals(16, income("once"));
        give(1, single, "heart", 1);
        assertEquals(17, income("single"));
    }

    @Test
    void theStatementTellsGiftsWhoseShareWasNothing() throws SQLException {
        var room = room("little", "BRAND");
        give(0, room, "heart", 10);
        IntStream.range(0, 24).forEach(_ -> give(0, room, "heart", 1));

        var now = DATABASE.now();
        var total = LEDGER.statement("little", now.minusSeconds(3_600), now).total();

        assertEquals(25, total.gifts());
        assertEquals(34, total.given());
        assertEquals(23, total.income()); // 23.8
        assertEquals(11, total.commission());
    }

    @Test
    void allThatWasDueIsPaidOrCarriedWhateverTheOrder() throws SQLException {
        var seed = System.nanoTime();
        var random = new Random(seed);
        var kinds = Map.of("BRAND", 7_000, "MARKETPLACE", 5_000, "PARTNER", 6_000);
        var rooms = Map.of(
                "BRAND", room("mixed", "BRAND"),
                "MARKETPLACE", room("mixed", "MARKETPLACE"),
                "PARTNER", room("mixed", "PARTNER"));
        long due = 0;
        for (int gift = 0; gift < 200; gift++) {
            var kind = kinds.keySet().stream().sorted().toList().get(random.nextInt(kinds.size()));
            int count = 1 + random.nextInt(9);
            give(random.nextInt(GIVERS), rooms.get(kind), "heart", count);
            due += (long) count * kinds.get(kind);
            assertEquals(due / WHOLE, income("mixed"), "seed " + seed + ", gift " + gift);
        }
    }

    @Test
    void nobodyIsPaidMoreThanWasGiven() throws SQLException {
        var room = room("all", "BRAND");
        IntStream.range(0, 3).forEach(_ -> give(0, room, "heart", 1)); // 0.1 are carried
        contract("all", WHOLE);

        give(0, room, "heart", 1);

        assertEquals(3, income("all"));
        assertEquals(1_000, carried("all"));
    }

    @Test
    void aCrowdLosesNothing() throws Exception {
        var room = room("crowded", "BRAND");
        try (var people = Executors.newFixedThreadPool(GIVERS)) {
            people.invokeAll(IntStream.range(0, GIVERS)
                            .mapToObj(giver -> (Callable<Void>) () -> {
                                IntStream.range(0, 50).forEach(_ -> give(giver, room, "heart", 1));
                                return null;
                            })
                            .toList())
                    .forEach(done -> assertTrue(done.state() == Future.State.SUCCESS));
        }
        assertEquals(50L * GIVERS * 7_000, income("crowded") * WHOLE + carried("crowded"));

        IntStream.range(0, PLACES).forEach(_ -> give(0, room, "heart", 10));

        // a quiet while gathers all that the crowd left
        assertEquals((50L * GIVERS + 10 * PLACES) * 7_000 / WHOLE, income("crowded"));
        assertEquals(0, carried("crowded"));
    }

    @Test
    void aShareThatIsMissingIsFound() throws SQLException {
        var room = room("robbed", "BRAND");
        give(0, room, "heart", 1);
        tamper("rest - 1");

        var found = LEDGER.verify();

        tamper("rest + 1");
        assertEquals(Optional.of("share-not-paid"), found.map(Finding::problem));
        assertEquals(
                Optional.of(new Account("robbed", AccountKind.PENDING_INCOME, Currency.COIN).id()),
                found.flatMap(Finding::account));
        assertEquals(Optional.empty(), LEDGER.verify());
    }

    private static void tamper(String rest) throws SQLException {
        try (var owner = DATABASE.superuser()) {
            LedgerDatabase.run(
                    owner,
                    "update ledger.carried_shares set rest = " + rest + " where streamer = 'robbed' and place = 0");
        }
    }

    private static UUID room(String streamer, String kind) throws SQLException {
        var room = UUID.randomUUID();
        try (var role = DATABASE.role()) {
            LedgerDatabase.run(
                    role,
                    "select take_room('" + room + "', '" + streamer + "', 'Sue', 'Show', '" + kind
                            + "', 'LIVE', now())");
        }
        return room;
    }

    private static void contract(String streamer, int share) throws SQLException {
        try (var owner = DATABASE.owner()) {
            LedgerDatabase.run(
                    owner,
                    "insert into streamer_contracts values ('" + streamer + "', now() - interval '1 day', null, "
                            + share + ")");
        }
    }

    private static void give(int giver, UUID room, String code, int count) {
        DATABASE.ask(
                row -> row.getLong("coins"),
                "select * from send_gift(?::uuid, ?::uuid, ?, 'Ann', 'abcdefgh234567ab', ?, ?, 'Asia/Shanghai', uuidv7())",
                UUID.randomUUID(),
                room,
                "giver " + giver,
                code,
                count);
    }

    private static long income(String streamer) {
        return LEDGER.total(LEDGER.open(streamer, AccountKind.PENDING_INCOME));
    }

    private static long carried(String streamer) {
        return DATABASE.ask(
                row -> row.getLong(1),
                "select coalesce(sum(rest), 0) from carried_shares where streamer = ?",
                streamer);
    }
}
