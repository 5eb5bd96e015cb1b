package dev.vitrine.ledger.audit.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vitrine.ledger.Ledger;
import dev.vitrine.ledger.LedgerDatabase;
import dev.vitrine.ledger.audit.entity.Finding;
import dev.vitrine.ledger.transfers.entity.Account;
import dev.vitrine.ledger.transfers.entity.AccountKind;
import dev.vitrine.model.Currency;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Wherever a page of gifts ends, what streamers are due of all their gifts is compared with what was paid and carried.
class SharesAreCheckedPageByPageTest {
    private static final LedgerDatabase DATABASE = LedgerDatabase.fresh(1);
    private static final Ledger LEDGER = new Ledger(DATABASE.books());
    /// Of a heart at 70 %: never paid, always carried.
    private static final int REST = 7_000;

    @BeforeAll
    static void gifts() throws SQLException {
        gifts("ann", 7, "1 hour");
        gifts("bob", 3, "1 hour");
        gifts("cid", 1, "1 hour");
        gifts("dan", 1, "1 second");
        gifts("dan", 4, "1 hour");
    }

    @BeforeEach
    void asAgreed() throws SQLException {
        carry("ann", 7);
        carry("bob", 3);
        carry("cid", 1);
        carry("dan", 5);
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 7, 10, 11, 15, 16, 100})
    void nothingIsFoundWhereAllIsCarried(int page) {
        assertEquals(Optional.empty(), LEDGER.verifyShares(page));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 7, 10, 11, 15, 16, 100})
    void whoeverMissesAShareIsNamed(int page) throws SQLException {
        for (var streamer : new String[] {"ann", "bob", "cid", "dan"}) {
            change(streamer, "rest - 1");
            assertEquals(Optional.of(pending(streamer)), found(page), streamer);
            change(streamer, "rest + 1");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 15, 100})
    void whatIsCarriedForNobodysGiftsIsFound(int page) throws SQLException {
        for (var nobody : new String[] {"aaa", "bzz", "zoe"}) {
            carry(nobody, 1);
            assertEquals(Optional.of(pending(nobody)), found(page), nobody);
            run("delete from ledger.carried_shares where streamer = '" + nobody + "'");
        }
    }

    private static Optional<Object> found(int page) {
        var found = LEDGER.verifyShares(page);
        assertEquals(Optional.of("share-not-paid"), found.map(Finding::problem));
        return found.flatMap(Finding::account).map(account -> (Object) account);
    }

    private static Object pending(String streamer) {
        return new Account(streamer, AccountKind.PENDING_INCOME, Currency.COIN).id();
    }

    private static void gifts(String streamer, int count, String ago) throws SQLException {
        run("insert into ledger.gifts select gen_random_uuid(), gen_random_uuid(), 'eve', '" + streamer
                + "', 'heart', 1, 1, 0, 1, 1, 0, current_date, now() - interval '" + ago
                + "' - n * interval '1 minute', 7000"
                + " from generate_series(0, " + count + " - 1) n");
    }

    private static void carry(String streamer, int gifts) throws SQLException {
        run("delete from ledger.carried_shares where streamer = '" + streamer + "'");
        run("insert into ledger.carried_shares select '" + streamer + "', p, case when p < " + gifts + " then " + REST
                + " else 0 end from generate_series(0, 15) p");
    }

    private static void change(String streamer, String rest) throws SQLException {
        run("update ledger.carried_shares set rest = " + rest + " where streamer = '" + streamer + "' and place = 0");
    }

    private static void run(String sql) throws SQLException {
        try (var superuser = DATABASE.superuser()) {
            LedgerDatabase.run(superuser, sql);
        }
    }
}
