package dev.vitrine.ledger.audit.control;

import static dev.vitrine.ledger.Ledger.move;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.vitrine.ledger.Ledger;
import dev.vitrine.ledger.LedgerDatabase;
import dev.vitrine.ledger.audit.entity.Finding;
import dev.vitrine.ledger.transfers.entity.AccountId;
import dev.vitrine.ledger.transfers.entity.Transfer;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A superuser goes behind the functions and the triggers.
class TamperingIsFoundAndNamedTest {
    private static final int TRANSFERS = 20;
    private static final long CHANGED = 12;

    private final LedgerDatabase database = LedgerDatabase.fresh(2);
    private final Ledger ledger = new Ledger(database.books());
    private AccountId ann;
    private Transfer twelfth;

    @BeforeEach
    void booksThatAreWhole() {
        ann = ledger.wallet("ann", 100); // her first entry
        var bob = ledger.wallet("bob", 0);
        for (var i = 2; i <= TRANSFERS; i++) {
            var transfer = move(ann, bob, 2);
            ledger.post(transfer);
            if (i == CHANGED) {
                twelfth = transfer;
            }
        }
        assertEquals(Optional.empty(), ledger.verify());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hash = set_byte(hash, 31, get_byte(hash, 31) # 1)",
                "amount = amount # 1",
                "balance = balance # 1",
                "recorded_at = recorded_at + interval '1 microsecond'",
                "currency = 'COIM'",
                "transfer_id = gen_random_uuid()"
            })
    void oneChangedByteNamesItsEntry(String change) throws SQLException {
        tamper("update ledger.entries set " + change + ofTheTwelfth());

        var broken = ledger.verify().orElseThrow();
        assertEquals(Optional.of(ann), broken.account());
        assertEquals(OptionalLong.of(CHANGED), broken.seq());
        assertFalse(broken.problem().isEmpty());
    }

    @Test
    void aMissingEntryNamesTheOneBehindIt() throws SQLException {
        tamper("delete from ledger.entries" + ofTheTwelfth());

        assertBroken("entry-missing-before", CHANGED + 1);
    }

    @Test
    void aCutOffEndIsMissed() throws SQLException {
        tamper("delete from ledger.entries where account_id = '" + ann + "' and seq = " + TRANSFERS);

        assertBroken("entry-missing", TRANSFERS);
    }

    @Test
    void aChainThatWasCutAndMendedContradictsItsSeal() throws SQLException {
        ledger.seal();
        // the end of every chain, with its transfer, and the heads set back to what is left
        tamper("delete from ledger.entries e using ledger.heads h"
                + " where h.account_id = e.account_id and h.shard = e.shard and h.seq = e.seq and h.seq > 1");
        tamper("delete from ledger.transfers t where not exists"
                + " (select from ledger.entries e where e.transfer_id = t.id)");
        tamper("update ledger.heads h set seq = e.seq, balance = e.balance, hash = e.hash from ledger.entries e"
                + " where e.account_id = h.account_id and e.shard = h.shard and e.seq = h.seq - 1");

        assertEquals("sealed-entry-missing", ledger.verify().orElseThrow().problem());
    }

    @Test
    void whatATransferSaysCannotBeChanged() throws SQLException {
        tamper("update ledger.transfers set reference = 'another' where id = '" + twelfth.id() + "'");

        var broken = ledger.verify().orElseThrow();
        assertEquals("transfer-changed", broken.problem());
        assertEquals(Optional.of(twelfth.id()), broken.transfer());
    }

    @Test
    void aBalanceThatWasRaisedIsFound() throws SQLException {
        tamper("update ledger.heads set balance = balance + 1 where account_id = '" + ann + "'");

        assertBroken("head-changed", TRANSFERS);
    }

    @Test
    void aHoldThatWasTakenAwayIsFound() throws SQLException {
        ledger.place(Ledger.hold(ann, 5));
        tamper("update ledger.heads set held = 0 where account_id = '" + ann + "'");

        assertEquals("hold-changed", ledger.verify().orElseThrow().problem());
    }

    @Test
    void anAccountCannotChangeHands() throws SQLException {
        tamper("update ledger.accounts set owner = 'eve' where id = '" + ann + "'");

        assertEquals("account-changed", ledger.verify().orElseThrow().problem());
    }

    @Test
    void aSealCannotBeChanged() throws SQLException {
        ledger.seal();
        ledger.post(move(ann, ledger.wallet("bob", 0), 1));
        ledger.seal();
        tamper("update ledger.checkpoints set sealed_at = sealed_at - interval '1 day' where number = 1");

        var broken = ledger.verify().orElseThrow();
        assertEquals("checkpoint-changed", broken.problem());
        assertEquals(OptionalLong.of(1), broken.seq());
    }

    private void assertBroken(String problem, long seq) {
        Finding broken = ledger.verify().orElseThrow();
        assertEquals(problem, broken.problem());
        assertEquals(Optional.of(ann), broken.account());
        assertEquals(OptionalLong.of(seq), broken.seq());
    }

    private String ofTheTwelfth() {
        UUID account = ann.value();
        return " where account_id = '" + account + "' and seq = " + CHANGED;
    }

    private void tamper(String sql) throws SQLException {
        try (var superuser = database.superuser()) {
            LedgerDatabase.run(superuser, "set session_replication_role = replica"); // no trigger fires
            LedgerDatabase.run(superuser, sql);
        }
    }
}
