package dev.vitrine.ledger.transfers.control;

import static dev.vitrine.ledger.Ledger.coins;
import static dev.vitrine.ledger.Ledger.hold;
import static dev.vitrine.ledger.Ledger.move;
import static dev.vitrine.ledger.Ledger.newHoldId;
import static dev.vitrine.ledger.Ledger.newTransferId;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.vitrine.ledger.Ledger;
import dev.vitrine.ledger.LedgerDatabase;
import dev.vitrine.ledger.transfers.entity.Account;
import dev.vitrine.ledger.transfers.entity.AccountId;
import dev.vitrine.ledger.transfers.entity.AccountKind;
import dev.vitrine.ledger.transfers.entity.Entry;
import dev.vitrine.ledger.transfers.entity.Hold;
import dev.vitrine.ledger.transfers.entity.Refused;
import dev.vitrine.ledger.transfers.entity.Transfer;
import dev.vitrine.ledger.transfers.entity.TransferDecision;
import dev.vitrine.ledger.transfers.entity.TransferKind;
import dev.vitrine.model.Currency;
import dev.vitrine.model.InvalidValue;
import dev.vitrine.model.Money;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadInputMovesNothingTest {
    private static final LedgerDatabase DATABASE = LedgerDatabase.fresh(2);
    private final Ledger ledger = new Ledger(DATABASE.books());
    private final String test = UUID.randomUUID().toString();
    private AccountId ann;
    private AccountId bob;

    @BeforeEach
    void twoWallets() {
        ann = ledger.wallet("ann " + test, 100);
        bob = ledger.wallet("bob " + test, 0);
    }

    @AfterEach
    void nothingMoved() {
        assertEquals(100, ledger.total(ann));
        assertEquals(0, ledger.total(bob));
        assertEquals(Optional.empty(), ledger.verify());
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE, Entry.MOST_MINOR + 1, Long.MAX_VALUE})
    void anAmountOutOfBoundsCannotBeAsked(long minor) {
        assertThrows(InvalidValue.class, () -> move(ann, bob, minor));
        assertThrows(InvalidValue.class, () -> hold(ann, minor));
    }

    @ParameterizedTest
    @CsvSource({
        "'{0,0}', LG005",
        "'{-9007199254740992,9007199254740992}', LG005",
        "'{null,null}', LG005",
        "'{-1,2}', LG006",
        "'{1,1}', LG001",
        "'{-1}', LG007",
    })
    void norDoesTheDatabaseTakeIt(String amounts, String state) throws SQLException {
        var first = ann.compareTo(bob) < 0 ? ann : bob;
        var second = first.equals(ann) ? bob : ann;
        // both give: the one without money is refused first
        var given = state.equals("LG001") ? "{-1,-1}" : amounts;
        try (var connection = DATABASE.role();
                var call = connection.prepareStatement("select post_transfer(gen_random_uuid(), 'test', '', array['"
                        + first + "','" + second + "']::uuid[], '{COIN,COIN}', '" + given + "')")) {
            var refused = assertThrows(SQLException.class, call::execute);
            if (state.equals("LG006")) {
                // whoever is without money is found out before the sum is
                assertEquals(true, List.of("LG006", "LG001").contains(refused.getSQLState()));
            } else {
                assertEquals(state, refused.getSQLState());
            }
        }
    }

    @Test
    void entriesThatDoNotBalanceCannotBeAsked() {
        assertThrows(
                InvalidValue.class,
                () -> Transfer.of(
                        newTransferId(),
                        new TransferKind("test"),
                        Ledger.NOTHING,
                        Entry.out(ann, coins(2)),
                        Entry.into(bob, coins(1))));
        assertThrows(
                InvalidValue.class,
                () -> Transfer.of(
                        newTransferId(),
                        new TransferKind("test"),
                        Ledger.NOTHING,
                        Entry.out(ann, coins(1)),
                        Entry.into(bob, new Money(1, Currency.CNY))));
        assertThrows(InvalidValue.class, () -> move(ann, ann, 1));
    }

    @Test
    void anOverdraftTellsWhatIsMissing() {
        assertEquals(new Refused.InsufficientFunds(ann, coins(1)), ledger.post(move(ann, bob, 101)));
        assertEquals(new Refused.InsufficientFunds(bob, coins(7)), ledger.post(move(bob, ann, 7)));
    }

    @Test
    void whatIsHeldCannotBeSpent() {
        var held = hold(ann, 60);
        ledger.place(held);

        assertEquals(new Refused.InsufficientFunds(ann, coins(1)), ledger.post(move(ann, bob, 41)));
        assertEquals(new Refused.InsufficientFunds(ann, coins(20)), ledger.place(hold(ann, 60)));
        assertEquals(40, ledger.available(ann));
        ledger.release(held.id());
    }

    @Test
    void anUnknownAccountIsNamed() {
        var nobody = new Account("nobody " + test, AccountKind.WALLET, Currency.COIN).id();

        assertEquals(new Refused.UnknownAccount(nobody), ledger.post(move(ann, nobody, 1)));
        assertEquals(new Refused.UnknownAccount(nobody), ledger.place(hold(nobody, 1)));
    }

    @Test
    void anAccountOfAnotherCurrencyIsNamed() {
        var yuan = new Money(1, Currency.CNY);
        var decision = ledger.post(move(newTransferId(), ann, bob, yuan));
        var held = ledger.place(new Hold(newHoldId(), ann, yuan, Duration.ofHours(1), Ledger.NOTHING));

        assertInstanceOf(Refused.CurrencyMismatch.class, decision);
        assertEquals(new Refused.CurrencyMismatch(ann), held);
    }

    @Test
    void anIdIsNotUsedForSomethingElse() {
        var id = newTransferId();
        var other = ledger.wallet("other " + test, 10);
        assertInstanceOf(TransferDecision.Posted.class, ledger.post(move(id, other, bob, coins(5))));
        var back = ledger.reverse(newTransferId(), id);

        assertInstanceOf(TransferDecision.Posted.class, back);
        assertEquals(new Refused.IdReused(), ledger.post(move(id, other, bob, coins(6))));
        assertEquals(new Refused.IdReused(), ledger.post(move(id, other, ann, coins(5))));
        assertInstanceOf(TransferDecision.Repeated.class, ledger.post(move(id, other, bob, coins(5))));
    }

    @Test
    void aBalanceDoesNotLeaveItsRange() throws SQLException {
        var issuance = ledger.open(Account.PLATFORM, AccountKind.ISSUANCE);
        var rich = ledger.open("rich " + test, AccountKind.WALLET);
        var most = Entry.MOST_MINOR;
        try (var connection = DATABASE.superuser()) {
            // a thousand and more transfers of the most there can be would do the same
            LedgerDatabase.run(
                    connection,
                    "update heads set balance = " + (Long.MAX_VALUE - most + 1) + " where account_id = '" + rich + "'");
            assertEquals(new Refused.BalanceOutOfRange(), ledger.post(move(issuance, rich, most)));
            LedgerDatabase.run(connection, "update heads set balance = 0 where account_id = '" + rich + "'");
        }
    }

    @Test
    void aHoldThatIsOverIsNotCaptured() {
        var brief = new Hold(newHoldId(), ann, coins(10), Duration.ofMillis(1), Ledger.NOTHING);
        ledger.place(brief);
        DATABASE.awaitExpiry(brief);

        assertEquals(new Refused.HoldExpired(), ledger.capture(brief.id(), move(ann, bob, 10)));
        assertEquals(1, ledger.expire());
        assertEquals(new Refused.HoldExpired(), ledger.capture(brief.id(), move(ann, bob, 10)));
        assertEquals(100, ledger.available(ann));
    }

    @Test
    void aCaptureTakesNoMoreThanWasHeldAndOnlyFromThere() {
        var held = hold(ann, 10);
        ledger.place(held);

        assertEquals(new Refused.CaptureTooLarge(10), ledger.capture(held.id(), move(ann, bob, 11)));
        assertEquals(new Refused.CaptureTooLarge(10), ledger.capture(held.id(), move(bob, ann, 10)));
        assertEquals(new Refused.UnknownHold(), ledger.capture(newHoldId(), move(ann, bob, 1)));
        ledger.release(held.id());
        assertEquals(new Refused.HoldClosed("RELEASED"), ledger.capture(held.id(), move(ann, bob, 1)));
    }

    @Test
    void onlyWalletsAndPayableIncomeTakeHolds() {
        var pending = ledger.open("streamer " + test, AccountKind.PENDING_INCOME);
        var issuance = ledger.open(Account.PLATFORM, AccountKind.ISSUANCE);

        assertEquals(new Refused.HoldsNotTaken(), ledger.place(hold(pending, 1)));
        assertEquals(new Refused.HoldsNotTaken(), ledger.place(hold(issuance, 1)));
    }

    @Test
    void moreIsNotGivenBackThanWasMoved() {
        var giver = ledger.wallet("giver " + test, 50);
        var taker = ledger.wallet("taker " + test, 50);
        var gift = move(giver, taker, 30);
        ledger.post(gift);
        var part = List.of(Entry.into(giver, coins(20)), Entry.out(taker, coins(20)));

        assertInstanceOf(TransferDecision.Posted.class, ledger.reverse(newTransferId(), gift.id(), part));
        assertEquals(new Refused.ReversalTooLarge(), ledger.reverse(newTransferId(), gift.id(), part));
        assertEquals(new Refused.ReversalTooLarge(), ledger.reverse(newTransferId(), gift.id()));
        assertEquals(
                new Refused.ReversalTooLarge(),
                ledger.reverse(
                        newTransferId(), gift.id(), List.of(Entry.out(giver, coins(1)), Entry.into(taker, coins(1)))));
        assertEquals(
                new Refused.ReversalTooLarge(),
                ledger.reverse(
                        newTransferId(), gift.id(), List.of(Entry.into(giver, coins(1)), Entry.out(ann, coins(1)))));
        assertEquals(new Refused.UnknownOriginal(), ledger.reverse(newTransferId(), newTransferId()));
        assertEquals(40, ledger.total(giver));
    }

    @Test
    void aReversalIsNotReversed() {
        var giver = ledger.wallet("giver " + test, 50);
        var taker = ledger.wallet("taker " + test, 50);
        var gift = move(giver, taker, 30);
        var back = newTransferId();
        ledger.post(gift);
        ledger.reverse(back, gift.id());

        assertEquals(new Refused.ReversalTooLarge(), ledger.reverse(newTransferId(), back));
    }

    /// As if the clock had been an hour ahead, and was set right.
    @Test
    void timeInAChainDoesNotGoBackWithTheClock() throws SQLException {
        var giver = ledger.wallet("giver " + test, 50);
        var taker = ledger.wallet("taker " + test, 0);
        try (var connection = DATABASE.superuser()) {
            LedgerDatabase.run(
                    connection,
                    "update heads set changed_at = changed_at + interval '1 hour' where account_id = '" + giver + "'");
            assertInstanceOf(TransferDecision.Posted.class, ledger.post(move(giver, taker, 10)));
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery(
                            "select bool_and(recorded_at > clock_timestamp() + interval '50 minutes')"
                                    + " from entries where amount in (10, -10) and account_id in ('" + giver + "', '"
                                    + taker + "')")) {
                row.next();
                assertEquals(true, row.getBoolean(1));
            }
        }
    }
}
