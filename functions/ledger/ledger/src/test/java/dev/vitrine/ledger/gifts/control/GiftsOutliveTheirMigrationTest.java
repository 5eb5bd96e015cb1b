package dev.vitrine.ledger.gifts.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vitrine.ledger.Ledger;
import dev.vitrine.ledger.LedgerDatabase;
import dev.vitrine.ledger.event.GiftSent;
import dev.vitrine.ledger.transfers.entity.Account;
import dev.vitrine.ledger.transfers.entity.AccountKind;
import dev.vitrine.platform.json.Json;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The migrations that decide gifts in the database run over gifts that were sent before them.
class GiftsOutliveTheirMigrationTest {
    private static final LedgerDatabase DATABASE = LedgerDatabase.before("V014", 2);
    private static final Ledger LEDGER = new Ledger(DATABASE.books());
    private static final UUID ROOM = UUID.fromString("01900000-0000-7000-8000-000000000001");
    private static final UUID BEFORE = UUID.fromString("01900000-0000-7000-8000-0000000000aa");
    private static final String ANN = "ann";

    @BeforeAll
    static void aGiftOfBefore() throws SQLException {
        LEDGER.wallet(ANN, 1_000);
        LEDGER.open("sue", AccountKind.PENDING_INCOME);
        LEDGER.open(Account.PLATFORM, AccountKind.COMMISSION);
        try (var role = DATABASE.role()) {
            LedgerDatabase.run(
                    role, "insert into rooms values ('" + ROOM + "', 'sue', 'Sue', 'Show', 'BRAND', 'LIVE', now())");
        }
        oldForm(BEFORE, 15);
        DATABASE.migrateFrom("V014");
    }

    @AfterAll
    static void close() {
        assertEquals(Optional.empty(), LEDGER.verify());
        DATABASE.close();
    }

    @Test
    void aGiftOfBeforeIsTheSameInTheNewForm() throws SQLException {
        assertEquals("15 1 true", newForm(BEFORE, "rose", 3));
        assertEquals("LG004", refused(BEFORE, "rose", 4));
    }

    @Test
    void theOldFormIsGone() {
        assertEquals(1, (long)
                DATABASE.ask(row -> row.getLong(1), "select count(*) from pg_proc where proname = 'send_gift'"));
    }

    @Test
    void theEventIsTheOneOfBefore() throws SQLException {
        var gift = UUID.randomUUID();
        newForm(gift, "lucky-star", 2);

        var old = event(BEFORE);
        var now = event(gift);

        assertEquals(old.fieldNames().next(), now.fieldNames().next());
        assertEquals(names(old), names(now));
        assertEquals(names(old.path("data")), names(now.path("data")));
        assertEquals(
                old.path("data"),
                Json.read(Json.write(GiftSent.of(old.path("data")).json())));
        assertEquals(
                now.path("data"),
                Json.read(Json.write(GiftSent.of(now.path("data")).json())));
        assertTrue(now.path("time").textValue().matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z"));
    }

    private static String names(JsonNode json) {
        return String.join(",", (Iterable<String>) json::fieldNames);
    }

    private static JsonNode event(UUID gift) {
        return Json.read(DATABASE.ask(
                row -> row.getString(1),
                "select event from outbox where event::jsonb #>> '{data,id}' = ?",
                gift.toString()));
    }

    private static String refused(UUID gift, String code, int count) {
        var failure = assertThrows(IllegalStateException.class, () -> newForm(gift, code, count));
        return ((SQLException) failure.getCause()).getSQLState();
    }

    private static String newForm(UUID gift, String code, int count) {
        return DATABASE.ask(
                row -> row.getLong("coins") + " " + row.getInt("combo") + " " + row.getBoolean("repeated"),
                "select * from send_gift(?::uuid, '" + ROOM + "'::uuid, 'ann', 'Ann', 'abcdefgh234567ab', ?, ?,"
                        + " 'Asia/Shanghai', uuidv7())",
                gift,
                code,
                count);
    }

    /// As functions of before called it: with a price, a share and accounts.
    private static void oldForm(UUID gift, long coins) {
        var income = coins * 7 / 10;
        var event = ("{\"specversion\":\"1.0\",\"id\":\"" + UUID.randomUUID()
                + "\",\"type\":\"dev.vitrine.ledger.gift-sent.v1\","
                + "\"source\":\"/ledger\",\"subject\":\"" + ROOM + "\",\"time\":\"2026-11-25T10:00:00Z\","
                + "\"datacontenttype\":\"application/json\",\"data\":{\"id\":\"" + gift + "\",\"roomId\":\"" + ROOM
                + "\",\"viewer\":\"abcdefgh234567ab\",\"name\":\"Ann\",\"gift\":\"rose\",\"giftName\":{\"en\":\"Rose\","
                + "\"zh\":\"玫瑰\"},\"animation\":\"ROSE\",\"count\":3,\"coins\":15,\"combo\":1}}");
        DATABASE.ask(
                row -> row.getInt("combo"),
                "select s.combo from (select array_agg(e.account order by e.account) as accounts,"
                        + " array_agg(e.amount order by e.account) as amounts from (values"
                        + " (account_id('ann', 'WALLET', 'COIN'), ?::bigint),"
                        + " (account_id('sue', 'PENDING_INCOME', 'COIN'), ?::bigint),"
                        + " (account_id('platform', 'COMMISSION', 'COIN'), ?::bigint)) e (account, amount)"
                        + " where e.amount <> 0) e,"
                        + " send_gift(?::uuid, '" + ROOM
                        + "'::uuid, 'ann', 'Ann', 'abcdefgh234567ab', 'sue', 'rose', 3, ?, ?,"
                        + " e.accounts, e.amounts, 'Asia/Shanghai', uuidv7(), 'dev.vitrine.ledger.gift-sent.v1', ?::jsonb) s",
                -coins,
                income,
                coins - income,
                gift,
                income,
                coins - income,
                event);
    }
}
