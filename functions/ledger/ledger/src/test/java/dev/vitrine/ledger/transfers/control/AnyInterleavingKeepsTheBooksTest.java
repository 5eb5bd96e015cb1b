package dev.vitrine.ledger.transfers.control;

import static dev.vitrine.ledger.Ledger.coins;
import static dev.vitrine.ledger.Ledger.newHoldId;
import static dev.vitrine.ledger.Ledger.newTransferId;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.ledger.Ledger;
import dev.vitrine.ledger.LedgerDatabase;
import dev.vitrine.ledger.transfers.entity.Account;
import dev.vitrine.ledger.transfers.entity.AccountId;
import dev.vitrine.ledger.transfers.entity.AccountKind;
import dev.vitrine.ledger.transfers.entity.Entry;
import dev.vitrine.ledger.transfers.entity.Hold;
import dev.vitrine.ledger.transfers.entity.HoldDecision;
import dev.vitrine.ledger.transfers.entity.Refused;
import dev.vitrine.ledger.transfers.entity.ReleaseDecision;
import dev.vitrine.ledger.transfers.entity.Transfer;
import dev.vitrine.ledger.transfers.entity.TransferDecision;
import dev.vitrine.ledger.transfers.entity.TransferKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;

/// Whatever is asked in whatever order: every answer is the one that the rules give, and afterwards the books
/// balance, the chains are whole, nothing is overdrawn and what is held is what is open (`verify`).
class AnyInterleavingKeepsTheBooksTest {
    private static final LedgerDatabase DATABASE = LedgerDatabase.fresh(2);
    private static final int TRIES = 40;
    private static final int MOST_STEPS = 60;
    private static final long MORE_THAN_ANY_STEP = 1_000;

    private final Ledger ledger = new Ledger(DATABASE.books());

    private List<AccountId> wallets;
    private AccountId pending;
    private AccountId payable;
    private AccountId commission;
    private ModelBooks model;
    private List<Transfer> asked;
    private List<Transfer> moved;
    private List<Hold> holds;

    @AfterContainer
    static void close() {
        DATABASE.close();
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Step.any().list().ofMinSize(1).ofMaxSize(MOST_STEPS);
    }

    @Property(tries = TRIES)
    void everyAnswerFollowsTheRulesAndTheBooksStayWhole(@ForAll("steps") List<Step> steps) {
        begin();
        steps.forEach(this::take);

        Stream.concat(wallets.stream(), Stream.of(pending, payable, commission)).forEach(account -> {
            assertEquals(model.total(account), ledger.total(account));
            assertEquals(model.total(account) - model.held(account), ledger.available(account));
            assertEquals(model.total(account), DATABASE.replayed(account));
        });
        assertEquals(Optional.empty(), ledger.verify());
        assertTrue(ledger.trial().balanced());
    }

    private void begin() {
        ledger.expire(); // what the try before left
        var name = UUID.randomUUID().toString();
        var issuance = ledger.open(Account.PLATFORM, AccountKind.ISSUANCE);
        wallets = Stream.of("a ", "b ", "c ")
                .map(who -> ledger.open(who + name, AccountKind.WALLET))
                .toList();
        pending = ledger.open(name, AccountKind.PENDING_INCOME);
        payable = ledger.open(name, AccountKind.PAYABLE_INCOME);
        commission = ledger.open(name, AccountKind.COMMISSION);
        model = new ModelBooks(Set.of(issuance, commission));
        asked = new ArrayList<>();
        moved = new ArrayList<>();
        holds = new ArrayList<>();
        post(Ledger.move(issuance, wallets.getFirst(), 100));
        post(Ledger.move(issuance, wallets.getLast(), 50));
    }

    private void take(Step step) {
        var from = pick(wallets, step.from());
        var to = pick(
                Stream.concat(wallets.stream(), Stream.of(pending, payable))
                        .filter(account -> !account.equals(from))
                        .toList(),
                step.to());
        switch (step.act()) {
            case MOVE -> post(Ledger.move(from, to, step.amount()));
            case GIFT -> post(gift(from, step.amount()));
            case SETTLE -> post(Ledger.move(pending, payable, step.amount()));
            case PLACE -> place(from, step.amount(), Duration.ofHours(1));
            case PLACE_BRIEF -> place(from, step.amount(), Duration.ofMillis(1));
            case CAPTURE -> capture(step, to);
            case RELEASE -> release(step);
            case EXPIRE -> assertEquals(model.expire(), ledger.expire());
            case REVERSE -> reverse(step, 1);
            case REVERSE_PART -> reverse(step, 2);
            case RETRY -> post(pick(asked, step.which()));
            case REUSE -> post(with(pick(moved, step.which()), Ledger.move(from, to, MORE_THAN_ANY_STEP)));
        }
    }

    /// Half to the streamer, the rest to the platform.
    private Transfer gift(AccountId from, long amount) {
        var income = amount / 2;
        var entries = new ArrayList<>(
                List.of(Entry.out(from, coins(amount)), Entry.into(commission, coins(amount - income))));
        if (income > 0) {
            entries.add(Entry.into(pending, coins(income)));
        }
        return Transfer.of(newTransferId(), new TransferKind("gift"), Ledger.NOTHING, entries.toArray(Entry[]::new));
    }

    private void capture(Step step, AccountId to) {
        if (holds.isEmpty()) {
            return;
        }
        var hold = pick(holds, step.which());
        if (!hold.account().equals(to)) {
            post(Ledger.move(hold.account(), to, step.amount()).capturing(hold.id()));
        }
    }

    private void reverse(Step step, int part) {
        var original = pick(moved, step.which());
        var even = original.entries().stream().allMatch(entry -> entry.amount().minor() % 2 == 0);
        var divisor = even ? part : 1;
        var parts = original.entries().stream()
                .map(entry -> new Entry(entry.account(), coins(-entry.amount().minor() / divisor)))
                .toList();
        post(new Transfer(
                newTransferId(),
                new TransferKind(ReverseTransfer.KIND),
                Ledger.NOTHING,
                parts,
                Optional.empty(),
                Optional.of(original.id())));
    }

    private void post(Transfer transfer) {
        var expected = model.post(transfer);
        assertEquals(expected, told(ledger.post(transfer)));
        asked.add(transfer);
        if (expected.equals(ModelBooks.DONE)) {
            moved.add(transfer);
        }
    }

    private void place(AccountId account, long amount, Duration lifetime) {
        var hold = new Hold(newHoldId(), account, coins(amount), lifetime, Ledger.NOTHING);
        var brief = lifetime.compareTo(Duration.ofSeconds(1)) < 0;
        var expected = model.place(hold, brief);
        assertEquals(expected, told(ledger.place(hold)));
        if (expected.equals(ModelBooks.DONE)) {
            assertEquals(model.place(hold, brief), told(ledger.place(hold)));
            holds.add(hold);
            if (brief) {
                DATABASE.awaitExpiry(hold);
            }
        }
    }

    private void release(Step step) {
        if (!holds.isEmpty()) {
            var hold = pick(holds, step.which()).id();
            assertEquals(model.release(hold), told(ledger.release(hold)));
        }
    }

    private static Transfer with(Transfer id, Transfer content) {
        return new Transfer(
                id.id(), content.kind(), content.reference(), content.entries(), Optional.empty(), Optional.empty());
    }

    private static <T> T pick(List<T> among, int number) {
        return among.get(number % among.size());
    }

    private static Object told(TransferDecision decision) {
        return switch (decision) {
            case TransferDecision.Posted posted -> ModelBooks.DONE;
            case TransferDecision.Repeated repeated -> ModelBooks.REPEATED;
            case Refused refusal -> refusal;
        };
    }

    private static Object told(HoldDecision decision) {
        return switch (decision) {
            case HoldDecision.Placed placed -> ModelBooks.DONE;
            case HoldDecision.Repeated repeated -> ModelBooks.REPEATED;
            case Refused refusal -> refusal;
        };
    }

    private static Object told(ReleaseDecision decision) {
        return switch (decision) {
            case ReleaseDecision.Released released -> ModelBooks.DONE;
            case ReleaseDecision.Repeated repeated -> ModelBooks.REPEATED;
            case Refused refusal -> refusal;
        };
    }
}
