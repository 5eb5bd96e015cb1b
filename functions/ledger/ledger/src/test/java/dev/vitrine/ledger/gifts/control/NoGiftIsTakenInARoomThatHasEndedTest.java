package dev.vitrine.ledger.gifts.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.vitrine.ledger.Ledger;
import dev.vitrine.ledger.LedgerDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;

/// The end of a show and the gifts in it follow each other, however closely they come.
class NoGiftIsTakenInARoomThatHasEndedTest {
    private static final int GIVERS = 6;
    private static final int ROUNDS = 5;
    private static final int BEFORE_THE_END = 20;

    private final LedgerDatabase database = LedgerDatabase.fresh(2);
    private final Ledger ledger = new Ledger(database.books());
    private final UUID room = UUID.randomUUID();

    @AfterEach
    void close() {
        assertEquals(Optional.empty(), ledger.verify());
        database.close();
    }

    @RepeatedTest(ROUNDS)
    void theyRace() throws Exception {
        tell("LIVE", 0);
        IntStream.range(0, GIVERS).forEach(giver -> ledger.wallet("giver " + giver, 1_000_000));
        var given = new ArrayList<UUID>();
        try (var people = Executors.newFixedThreadPool(GIVERS)) {
            var all = IntStream.range(0, GIVERS)
                    .mapToObj(giver -> people.submit((Callable<List<UUID>>) () -> giveUntilRefused(giver)))
                    .toList();
            while (count() < BEFORE_THE_END) {
                Thread.onSpinWait();
            }
            tell("ENDED", 1);
            var atTheEnd = count();
            for (var each : all) {
                given.addAll(each.get());
            }
            assertEquals(atTheEnd, count(), "gifts were taken after the end");
        }
        assertEquals(given.size(), count());
        assertFalse(give(0, UUID.randomUUID()));
    }

    private List<UUID> giveUntilRefused(int giver) {
        var given = new ArrayList<UUID>();
        for (var gift = UUID.randomUUID(); give(giver, gift); gift = UUID.randomUUID()) {
            given.add(gift);
        }
        return given;
    }

    /// @return false when the room takes none now
    private boolean give(int giver, UUID gift) {
        try {
            database.ask(
                    row -> row.getLong("coins"),
                    "select * from send_gift(?::uuid, ?::uuid, ?, 'Ann', 'abcdefgh234567ab', 'rose', 1,"
                            + " 'Asia/Shanghai', uuidv7())",
                    gift,
                    room,
                    "giver " + giver);
            return true;
        } catch (IllegalStateException refused) {
            assertEquals("LG028", ((SQLException) refused.getCause()).getSQLState());
            return false;
        }
    }

    private long count() {
        return database.ask(row -> row.getLong(1), "select count(*) from gifts");
    }

    private void tell(String state, int secondsLater) throws SQLException {
        try (var role = database.role()) {
            LedgerDatabase.run(
                    role,
                    "select take_room('" + room + "', 'sue', 'Sue', 'Show', 'BRAND', '" + state
                            + "', now() + interval '" + secondsLater + " s')");
        }
    }
}
