package dev.vitrine.ledger.settlement.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vitrine.ledger.Ledger;
import dev.vitrine.ledger.LedgerDatabase;
import dev.vitrine.ledger.transfers.entity.Account;
import dev.vitrine.ledger.transfers.entity.AccountId;
import dev.vitrine.ledger.transfers.entity.AccountKind;
import dev.vitrine.ledger.transfers.entity.Refused;
import dev.vitrine.ledger.transfers.entity.TransferDecision;
import dev.vitrine.model.Currency;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Rooms do not stop for the settlement: gifts come in and are taken back while it moves what is there.
class SettlementAmongGiftsTest {
    private static final int CLIENTS = 16;
    private static final int SETTLERS = 3;
    private static final int STREAMERS = 4;
    private static final int GIFTS_A_CLIENT = 60;
    private static final int DAYS = 40;
    private static final int COINS = 10;
    private static final int INCOME = 5;
    private static final int REVERSED_ONE_IN = 3;

    private final long seed = Long.getLong("vitrine.seed", System.nanoTime());
    private final AtomicLong gifts = new AtomicLong();
    private final AtomicLong reversed = new AtomicLong();

    @Test
    void nothingIsLostAndNobodyWaitsInACircle() throws Exception {
        System.out.println("vitrine.seed=" + seed);
        try (var database = LedgerDatabase.fresh(CLIENTS + SETTLERS);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var ledger = new Ledger(database.books());
            var viewers = IntStream.range(0, CLIENTS)
                    .mapToObj(i -> ledger.wallet("viewer " + i, COINS * GIFTS_A_CLIENT))
                    .toList();
            IntStream.range(0, STREAMERS).forEach(i -> ledger.open("streamer " + i, AccountKind.PENDING_INCOME));
            var start = database.now();
            var work = Stream.concat(
                            viewers.stream().map(viewer -> threads.submit(() -> give(ledger, viewer))),
                            Stream.generate(() -> threads.submit(() -> settle(ledger, start)))
                                    .limit(SETTLERS))
                    .toList();
            for (var done : work) {
                done.get();
            }

            var income = IntStream.range(0, STREAMERS)
                    .mapToLong(i -> ledger.total(pending(i)) + ledger.total(payable(i)))
                    .sum();
            assertEquals(INCOME * (gifts.get() - reversed.get()), income);
            assertEquals(Optional.empty(), ledger.verify());
            assertEquals(0, database.deadlocks());
        }
    }

    private void give(Ledger ledger, AccountId viewer) {
        var random = new Random(seed ^ viewer.hashCode());
        for (var i = 0; i < GIFTS_A_CLIENT; i++) {
            var gift = ledger.gift(viewer, "streamer " + random.nextInt(STREAMERS), COINS);
            ledger.post(gift);
            gifts.incrementAndGet();
            if (random.nextInt(REVERSED_ONE_IN) == 0) {
                switch (ledger.reverse(Ledger.newTransferId(), gift.id())) {
                    case TransferDecision.Posted posted -> reversed.incrementAndGet();
                    case Refused.InsufficientFunds settledBefore -> {}
                    case TransferDecision.Repeated repeated -> throw new AssertionError(repeated);
                    case Refused refused -> throw new AssertionError(refused);
                }
            }
        }
    }

    /// Every day's cut lies in the future: everything is mature, and each settler wants to move it.
    private static void settle(Ledger ledger, Instant start) {
        for (var day = 1; day <= DAYS; day++) {
            for (var pending : List.of(pending(0), pending(1), pending(2), pending(3))) {
                ledger.settle(pending, start.plus(Duration.ofDays(day)));
            }
        }
    }

    private static AccountId pending(int streamer) {
        return new Account("streamer " + streamer, AccountKind.PENDING_INCOME, Currency.COIN).id();
    }

    private static AccountId payable(int streamer) {
        return new Account("streamer " + streamer, AccountKind.PAYABLE_INCOME, Currency.COIN).id();
    }
}
