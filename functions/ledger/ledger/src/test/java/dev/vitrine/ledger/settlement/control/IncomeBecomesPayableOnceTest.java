package dev.vitrine.ledger.settlement.control;

import static dev.vitrine.ledger.Ledger.await;
import static dev.vitrine.ledger.Ledger.coins;
import static dev.vitrine.ledger.Ledger.newTransferId;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.ledger.Ledger;
import dev.vitrine.ledger.LedgerDatabase;
import dev.vitrine.ledger.transfers.entity.Account;
import dev.vitrine.ledger.transfers.entity.AccountId;
import dev.vitrine.ledger.transfers.entity.AccountKind;
import dev.vitrine.ledger.transfers.entity.Entry;
import dev.vitrine.ledger.transfers.entity.Transfer;
import dev.vitrine.ledger.transfers.entity.TransferKind;
import dev.vitrine.model.Currency;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IncomeBecomesPayableOnceTest {
    private static final Instant NOW = Instant.now();
    private static final InstantSource TODAY = InstantSource.fixed(NOW);
    private static final InstantSource IN_EIGHT_DAYS = InstantSource.fixed(NOW.plus(Duration.ofDays(8)));

    private final LedgerDatabase database = LedgerDatabase.fresh(8);
    private final Ledger ledger = new Ledger(database.books());
    private AccountId viewer;

    @BeforeEach
    void aViewerWithCoins() {
        viewer = ledger.wallet("viewer", 10_000);
    }

    @AfterEach
    void theBooksAreWhole() {
        assertEquals(Optional.empty(), ledger.verify());
        assertTrue(ledger.trial().balanced());
        database.close();
    }

    @Test
    void incomeInsideTheHoldingPeriodStaysPending() {
        ledger.post(ledger.gift(viewer, "ann", 100));

        assertEquals(new SettleIncome.Run(0, 0, true), settle(TODAY));
        assertEquals(50, ledger.total(pending("ann")));
    }

    @Test
    void incomeBehindItMovesOnceADay() {
        ledger.post(ledger.gift(viewer, "ann", 100));
        ledger.post(ledger.gift(viewer, "bob", 60));

        assertEquals(new SettleIncome.Run(2, 0, true), settle(IN_EIGHT_DAYS));
        assertEquals(new SettleIncome.Run(0, 0, true), settle(IN_EIGHT_DAYS));
        assertEquals(0, ledger.total(pending("ann")));
        assertEquals(50, ledger.available(payable("ann")));
        assertEquals(30, ledger.available(payable("bob")));
    }

    @Test
    void whoeverRunsItAtOnceMovesItOnce() {
        IntStream.range(0, 40).forEach(i -> ledger.post(ledger.gift(viewer, "streamer " + i, 100)));

        var runs = await(Uni.join()
                .all(Stream.generate(() -> ledger.settleIncome(IN_EIGHT_DAYS, Map.of("settle-page", "7")))
                        .limit(4)
                        .map(SettleIncome::run)
                        .toList())
                .andFailFast());

        assertEquals(40, runs.stream().mapToInt(SettleIncome.Run::accounts).sum());
        IntStream.range(0, 40).forEach(i -> assertEquals(50, ledger.total(payable("streamer " + i))));
    }

    @Test
    void aRunThatWasCutShortGoesOnWhereItWas() {
        IntStream.range(0, 25).forEach(i -> ledger.post(ledger.gift(viewer, "streamer " + i, 100)));
        var minutes = new AtomicInteger();
        InstantSource hurried = () -> IN_EIGHT_DAYS.instant().plus(Duration.ofMinutes(minutes.getAndIncrement()));
        // a look at the clock costs a minute, and a run has two
        var settleIncome = ledger.settleIncome(hurried, Map.of("settle-page", "4", "settle-patience", "PT2M"));

        var first = await(settleIncome.run());
        assertFalse(first.done());
        assertEquals(8, first.accounts());
        var moved = first.accounts();
        for (var run = first; !run.done(); moved += run.accounts()) {
            run = await(settleIncome.run());
        }

        assertEquals(25, moved);
        IntStream.range(0, 25).forEach(i -> assertEquals(50, ledger.total(payable("streamer " + i))));
    }

    @Test
    void whatCameInSinceTheCutWaits() {
        ledger.post(ledger.gift(viewer, "ann", 100));
        var cut = database.now();
        ledger.post(ledger.gift(viewer, "ann", 60));

        assertEquals(50, ledger.settle(pending("ann"), cut));
        assertEquals(0, ledger.settle(pending("ann"), cut.plus(Duration.ofDays(-1))));
        assertEquals(30, ledger.total(pending("ann")));
    }

    @Test
    void aReversalTakesFromTheSideOfItsGift() {
        var old = ledger.gift(viewer, "ann", 100);
        ledger.post(old);
        ledger.post(ledger.gift(viewer, "ann", 40));
        var cut = database.now();
        var young = ledger.gift(viewer, "ann", 60);
        ledger.post(young);
        ledger.reverse(newTransferId(), young.id());
        assertEquals(70, database.matured(pending("ann"), cut));
        ledger.reverse(newTransferId(), old.id());

        assertEquals(20, ledger.settle(pending("ann"), cut));
        assertEquals(0, ledger.total(pending("ann")));
    }

    @Test
    void noMoreMovesThanIsThere() {
        ledger.post(ledger.gift(viewer, "ann", 100));
        var cut = database.now();
        ledger.post(ledger.gift(viewer, "ann", 100));
        ledger.post(Ledger.move(pending("ann"), ledger.open(Account.PLATFORM, AccountKind.COMMISSION), 80));

        assertEquals(0, ledger.settle(pending("ann"), cut));
        assertEquals(20, ledger.settle(pending("ann"), database.now().plus(Duration.ofDays(1))));
    }

    @Test
    void aStatementExplainsWhatCloses() {
        var before = database.now();
        var taken = ledger.gift(viewer, "ann", 60);
        List.of(ledger.gift(viewer, "ann", 100), ledger.gift(viewer, "ann", 41), taken)
                .forEach(ledger::post);
        ledger.reverse(newTransferId(), taken.id());
        var middle = database.now();
        ledger.settle(pending("ann"), middle);
        ledger.post(Transfer.of(
                newTransferId(),
                new TransferKind("withdrawal"),
                Ledger.NOTHING,
                Entry.out(payable("ann"), coins(45)),
                Entry.into(ledger.open(Account.PLATFORM, AccountKind.CLEARING), coins(45))));
        var after = database.now();

        var first = ledger.statement("ann", before, middle);
        assertEquals(0, first.opening());
        assertEquals(70, first.closing());
        assertEquals(3, first.total().gifts());
        assertEquals(201, first.total().given());
        assertEquals(101, first.total().commission());
        assertEquals(-30, first.total().reversals());
        assertEquals(70, first.total().income());

        var second = ledger.statement("ann", middle, after);
        assertEquals(70, second.opening());
        assertEquals(25, second.closing());
        assertEquals(70, second.total().settled());
        assertEquals(-45, second.total().withdrawn());

        var empty = ledger.statement("nobody", before, after);
        assertEquals(0, empty.closing());
        assertTrue(empty.days().isEmpty());
    }

    private SettleIncome.Run settle(InstantSource clock) {
        return await(ledger.settleIncome(clock, Map.of()).run());
    }

    private AccountId pending(String streamer) {
        return new Account(streamer, AccountKind.PENDING_INCOME, Currency.COIN).id();
    }

    private AccountId payable(String streamer) {
        return new Account(streamer, AccountKind.PAYABLE_INCOME, Currency.COIN).id();
    }
}
