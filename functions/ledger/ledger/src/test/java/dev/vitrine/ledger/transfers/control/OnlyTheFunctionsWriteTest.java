package dev.vitrine.ledger.transfers.control;

import static dev.vitrine.ledger.Ledger.move;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.vitrine.ledger.Ledger;
import dev.vitrine.ledger.LedgerDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What no code path of ours, and no stolen password of its role, can do.
class OnlyTheFunctionsWriteTest {
    private static final String INSUFFICIENT_PRIVILEGE = "42501"; // PostgreSQL, appendix A
    private static final String NEVER_CHANGED = "LG014";
    private static final LedgerDatabase DATABASE = LedgerDatabase.fresh(2);
    private static final Ledger LEDGER = new Ledger(DATABASE.books());

    @BeforeAll
    static void somethingIsWritten() {
        var ann = LEDGER.wallet("ann", 100);
        LEDGER.post(move(ann, LEDGER.wallet("bob", 0), 10));
        LEDGER.place(Ledger.hold(ann, 5));
        LEDGER.seal();
    }

    @AfterAll
    static void close() {
        assertEquals(Optional.empty(), LEDGER.verify());
        DATABASE.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "accounts",
                "account_kinds",
                "currencies",
                "heads",
                "transfers",
                "entries",
                "holds",
                "checkpoints",
                "checkpoint_lines",
                "gift_kinds",
                "commission_shares",
                "streamer_contracts",
                "gifts",
                "givers",
                "streamer_days",
                "followers",
                "fans",
                "coin_packages",
                "top_ups",
                "payment_events",
                "withdrawals"
            })
    void theRoleMayReadButNotWrite(String table) throws SQLException {
        try (var role = DATABASE.role()) {
            LedgerDatabase.run(role, "select * from " + table);
            assertRefused(INSUFFICIENT_PRIVILEGE, role, "insert into " + table + " select * from " + table);
            assertRefused(INSUFFICIENT_PRIVILEGE, role, "delete from " + table);
            assertRefused(INSUFFICIENT_PRIVILEGE, role, "truncate " + table);
            assertRefused(INSUFFICIENT_PRIVILEGE, role, "alter table " + table + " disable trigger all");
            assertRefused(INSUFFICIENT_PRIVILEGE, role, "drop table " + table);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update heads set balance = balance + 1",
                "update entries set amount = amount + 1",
                "update transfers set reference = ''",
                "update holds set state = 'RELEASED'",
                "update gift_kinds set price = 1",
                "update commission_shares set streamer_basis_points = 10000",
                "update streamer_contracts set streamer_basis_points = 10000",
                "update gifts set coins = coins + 1",
                "update givers set coins = coins + 1",
                "update streamer_days set given = given + 1",
                "update followers set follows = true",
                "update silenced set until = now()",
                "update fans set fans = fans + 1",
                "update coin_packages set coins = 1000",
                "update top_ups set state = 'PAID'",
                "update payment_events set changed = false",
                "update withdrawals set state = 'APPROVED'",
                "insert into verifications select * from verifications",
                "delete from verifications",
                "set session_replication_role = replica",
                "set role ledger_owner",
                "select open_hold(gen_random_uuid())",
                "select open_withdrawal(gen_random_uuid(), '', 'APPROVED')",
                "create table ledger.mine (n integer)"
            })
    void norGoAroundIt(String attempt) throws SQLException {
        try (var role = DATABASE.role()) {
            assertRefused(INSUFFICIENT_PRIVILEGE, role, attempt);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"accounts", "transfers", "entries", "checkpoints", "checkpoint_lines", "gifts", "payment_events"
            })
    void theOwnerCannotChangeWhatIsWritten(String table) throws SQLException {
        try (var owner = DATABASE.owner()) {
            assertRefused(NEVER_CHANGED, owner, "delete from " + table);
            assertRefused(NEVER_CHANGED, owner, "truncate " + table + " cascade");
        }
        try (var owner = DATABASE.owner()) {
            assertRefused(NEVER_CHANGED, owner, "update entries set amount = amount");
        }
    }

    private static void assertRefused(String state, Connection connection, String sql) {
        var refused = assertThrows(SQLException.class, () -> LedgerDatabase.run(connection, sql), sql);
        assertEquals(state, refused.getSQLState(), sql);
    }
}
