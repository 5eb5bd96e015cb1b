package dev.vitrine.ledger.transfers.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.ledger.Ledger;
import dev.vitrine.ledger.LedgerDatabase;
import dev.vitrine.ledger.transfers.entity.Account;
import dev.vitrine.ledger.transfers.entity.AccountId;
import dev.vitrine.ledger.transfers.entity.AccountKind;
import dev.vitrine.ledger.transfers.entity.Refused;
import dev.vitrine.ledger.transfers.entity.Transfer;
import dev.vitrine.ledger.transfers.entity.TransferDecision;
import dev.vitrine.platform.sql.DatabaseUnavailable;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// 64 clients move money between 1,000 accounts while their connections are killed under them. Whoever got
/// no answer asks again under the same id.
class KilledConnectionsLoseAndDoubleNothingTest {
    private static final int CLIENTS = 64;
    private static final int ACCOUNTS = 1_000;
    private static final int TRANSFERS_A_CLIENT = 60;
    private static final int KILLS = 100;
    private static final long OPENING = 100;
    private static final int MOST_AMOUNT = 40;
    private static final int HELD_ONE_IN = 4;
    private static final Duration DEADLINE = Duration.ofMinutes(2);

    private final long seed = Long.getLong("vitrine.seed", System.nanoTime());
    private final AtomicLongArray expected = new AtomicLongArray(ACCOUNTS);
    private final AtomicLong accepted = new AtomicLong();
    private final AtomicLong unanswered = new AtomicLong();
    private List<AccountId> accounts;
    private Ledger ledger;

    @Test
    void everyTransferHappensOnceOrNotAtAll() throws SQLException, InterruptedException, ExecutionException {
        System.out.println("vitrine.seed=" + seed);
        try (var database = LedgerDatabase.fresh(CLIENTS);
                var threads = Executors.newVirtualThreadPerTaskExecutor();
                var killer = database.superuser()) {
            ledger = new Ledger(database.books());
            accounts = open(threads);
            var clients = IntStream.range(0, CLIENTS)
                    .mapToObj(client -> threads.submit(() -> work(new Random(seed + client))))
                    .toList();
            var killed = kill(killer, clients);
            for (var client : clients) {
                client.get();
            }

            System.out.println(killed + " connections killed, " + unanswered + " calls without an answer, " + accepted
                    + " transfers");
            assertTrue(unanswered.get() > 0, "no kill was felt");
            for (var i = 0; i < ACCOUNTS; i++) {
                assertEquals(OPENING + expected.get(i), ledger.total(accounts.get(i)));
                assertEquals(ledger.total(accounts.get(i)), ledger.available(accounts.get(i)));
            }
            assertEquals(ACCOUNTS + accepted.get(), count(killer, "select count(*) from transfers"));
            assertEquals(Optional.empty(), ledger.verify());
            assertEquals(0, database.deadlocks(), "locks are taken in one order");
        }
    }

    private List<AccountId> open(ExecutorService threads) throws InterruptedException, ExecutionException {
        ledger.open(Account.PLATFORM, AccountKind.ISSUANCE); // alone: the driver's first use is not thread-safe
        var opened = new ArrayList<AccountId>();
        for (var account : IntStream.range(0, ACCOUNTS)
                .mapToObj(i -> threads.submit(() -> ledger.wallet("owner " + i, OPENING)))
                .toList()) {
            opened.add(account.get());
        }
        return opened;
    }

    /// Some move what they have set aside before.
    private void work(Random random) {
        for (var i = 0; i < TRANSFERS_A_CLIENT; i++) {
            var from = random.nextInt(ACCOUNTS);
            var to = (from + 1 + random.nextInt(ACCOUNTS - 1)) % ACCOUNTS;
            var amount = 1 + random.nextInt(MOST_AMOUNT);
            var transfer = Ledger.move(accounts.get(from), accounts.get(to), amount);
            if (random.nextInt(HELD_ONE_IN) == 0) {
                var hold = Ledger.hold(accounts.get(from), amount);
                if (insist(() -> ledger.place(hold)) instanceof Refused) {
                    continue;
                }
                transfer = transfer.capturing(hold.id());
            }
            post(transfer, from, to, amount);
        }
    }

    private void post(Transfer transfer, int from, int to, long amount) {
        switch (insist(() -> ledger.post(transfer))) {
            case TransferDecision.Posted posted -> count(from, to, amount);
            case TransferDecision.Repeated repeated -> count(from, to, amount);
            case Refused.InsufficientFunds refused ->
                assertTrue(transfer.captures().isEmpty(), "held and not there");
            case Refused refused -> throw new AssertionError(refused);
        }
    }

    private void count(int from, int to, long amount) {
        expected.addAndGet(from, -amount);
        expected.addAndGet(to, amount);
        accepted.incrementAndGet();
    }

    private <T> T insist(Supplier<T> call) {
        var deadline = System.nanoTime() + DEADLINE.toNanos();
        while (System.nanoTime() < deadline) {
            try {
                return call.get();
            } catch (DatabaseUnavailable unavailable) {
                unanswered.incrementAndGet();
            }
        }
        throw new AssertionError("no answer within " + DEADLINE);
    }

    /// One connection that is at work, again and again, until all clients are done.
    private static int kill(Connection connection, List<? extends Future<?>> clients) throws SQLException {
        var killed = 0;
        while (killed < KILLS && !clients.stream().allMatch(Future::isDone)) {
            killed += (int) count(
                    connection,
                    "select count(pg_terminate_backend(pid)) from (select pid from pg_stat_activity"
                            + " where usename = 'ledger' and datname = current_database() and state = 'active'"
                            + " order by random() limit 1) busy");
        }
        return killed;
    }

    private static long count(Connection connection, String question) throws SQLException {
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getLong(1);
        }
    }
}
