package dev.vitrine.ledger.audit.control;

import static dev.vitrine.ledger.Ledger.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.ledger.Ledger;
import dev.vitrine.ledger.LedgerDatabase;
import dev.vitrine.ledger.audit.entity.Place;
import dev.vitrine.ledger.audit.entity.RecordedEntry;
import dev.vitrine.ledger.transfers.entity.Account;
import dev.vitrine.ledger.transfers.entity.AccountId;
import dev.vitrine.ledger.transfers.entity.AccountKind;
import dev.vitrine.ledger.transfers.entity.TransferId;
import dev.vitrine.model.Currency;
import dev.vitrine.model.InvalidValue;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EntriesAreReadPageByPageTest {
    private static final int GIFTS = 40;
    private static final TransferId BEFORE_ALL = new TransferId(new UUID(0, 0));

    private final LedgerDatabase database = LedgerDatabase.fresh(2);
    private final Ledger ledger = new Ledger(database.books());
    private AccountId viewer;

    @BeforeEach
    void manyGifts() {
        viewer = ledger.wallet("viewer", 1_000);
        IntStream.range(0, GIFTS).forEach(i -> ledger.post(ledger.gift(viewer, "ann", 4)));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aWalletsNewestComeFirst() {
        var all = read(viewer, 7);

        assertEquals(GIFTS + 1, all.size());
        for (var i = 0; i < all.size(); i++) {
            assertEquals(all.size() - i, all.get(i).seq());
        }
        assertEquals(1_000 - 4 * GIFTS, all.getFirst().balance().minor());
    }

    @Test
    void aSpreadAccountLosesNoneOfItsShards() {
        var all = read(ledger.open("ann", AccountKind.PENDING_INCOME), 7);

        assertEquals(GIFTS, all.size());
        assertEquals(GIFTS, new HashSet<>(all).size());
        assertEquals(
                2 * GIFTS,
                all.stream().mapToLong(entry -> entry.amount().minor()).sum());
    }

    @Test
    void anAccountThatWasNeverOpenedHasNoPage() {
        var nobody = Account.ofPlatform(AccountKind.SALES, Currency.EUR);

        assertEquals(Optional.empty(), ledger.page(nobody.id(), Optional.empty(), 10));
    }

    @Test
    void anExportHoldsEveryTransferWholeAndOnce() {
        var end = database.now().plusSeconds(1);
        var export = ledger.exportEntries(InstantSource.fixed(end.plus(ExportEntries.SETTLED)));
        var entries = new ArrayList<RecordedEntry>();
        var from = Optional.of(new ExportEntries.From(end.minus(Duration.ofHours(1)), BEFORE_ALL));
        while (from.isPresent()) {
            var page = await(export.run(from.get(), end, 6));
            entries.addAll(page.entries());
            from = page.next();
        }

        assertEquals(2 + 3 * GIFTS, entries.size());
        assertEquals(entries.size(), new HashSet<>(entries).size());
        assertEquals(
                0, entries.stream().mapToLong(entry -> entry.amount().minor()).sum());
    }

    @Test
    void aPeriodThatIsNotOverIsNotExported() {
        var now = database.now();
        var export = ledger.exportEntries(InstantSource.fixed(now));

        assertThrows(InvalidValue.class, () -> export.run(new ExportEntries.From(now, BEFORE_ALL), now, 6));
    }

    private List<RecordedEntry> read(AccountId account, int limit) {
        var all = new ArrayList<RecordedEntry>();
        var before = Optional.<Place>empty();
        do {
            var page = ledger.entries(account, before, limit);
            assertTrue(page.entries().size() <= limit);
            all.addAll(page.entries());
            before = page.next();
        } while (before.isPresent());
        return all;
    }
}
