package dev.vitrine.ledger;

import dev.vitrine.ledger.audit.control.ExportEntries;
import dev.vitrine.ledger.audit.control.ListEntries;
import dev.vitrine.ledger.audit.control.TrialBalance;
import dev.vitrine.ledger.audit.control.VerifyChain;
import dev.vitrine.ledger.audit.entity.Checkpoint;
import dev.vitrine.ledger.audit.entity.Finding;
import dev.vitrine.ledger.audit.entity.Place;
import dev.vitrine.ledger.audit.store.AccountList;
import dev.vitrine.ledger.audit.store.Proofs;
import dev.vitrine.ledger.audit.store.RecordedEntries;
import dev.vitrine.ledger.control.LedgerConfig;
import dev.vitrine.ledger.income.entity.Statement;
import dev.vitrine.ledger.income.store.IncomeStatements;
import dev.vitrine.ledger.settlement.control.SettleIncome;
import dev.vitrine.ledger.settlement.entity.SettlementDay;
import dev.vitrine.ledger.settlement.store.Settlements;
import dev.vitrine.ledger.transfers.control.ReverseTransfer;
import dev.vitrine.ledger.transfers.entity.Account;
import dev.vitrine.ledger.transfers.entity.AccountId;
import dev.vitrine.ledger.transfers.entity.AccountKind;
import dev.vitrine.ledger.transfers.entity.Entry;
import dev.vitrine.ledger.transfers.entity.Hold;
import dev.vitrine.ledger.transfers.entity.HoldDecision;
import dev.vitrine.ledger.transfers.entity.HoldId;
import dev.vitrine.ledger.transfers.entity.Reference;
import dev.vitrine.ledger.transfers.entity.ReleaseDecision;
import dev.vitrine.ledger.transfers.entity.Transfer;
import dev.vitrine.ledger.transfers.entity.TransferDecision;
import dev.vitrine.ledger.transfers.entity.TransferId;
import dev.vitrine.ledger.transfers.entity.TransferKind;
import dev.vitrine.ledger.transfers.store.Accounts;
import dev.vitrine.ledger.transfers.store.Holds;
import dev.vitrine.ledger.transfers.store.Transfers;
import dev.vitrine.model.Currency;
import dev.vitrine.model.Ids;
import dev.vitrine.model.Money;
import dev.vitrine.platform.sql.Database;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The use cases, wired by hand and awaited: tests read as prose.
public final class Ledger {
    public static final Reference NOTHING = new Reference("test");

    private static final TransferKind REVERSAL = new TransferKind("reversal");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Ids IDS = Ids.system();

    private final Database database;
    private final Accounts accounts;
    private final Proofs proofs;
    private final Transfers transfers;
    private final ReverseTransfer reverseTransfer;
    private final Holds holds;
    private final Settlements settlements;
    private final IncomeStatements statements;
    private final LedgerConfig config = config(Map.of());

    public Ledger(Database database) {
        this.database = database;
        accounts = new Accounts(database);
        proofs = new Proofs(database);
        transfers = new Transfers(database);
        reverseTransfer = new ReverseTransfer(transfers);
        holds = new Holds(database);
        settlements = new Settlements(database);
        statements = new IncomeStatements(database);
    }

    public static TransferId newTransferId() {
        return new TransferId(IDS.next());
    }

    public static HoldId newHoldId() {
        return new HoldId(IDS.next());
    }

    public static Money coins(long minor) {
        return new Money(minor, Currency.COIN);
    }

    /// From one to another.
    public static Transfer move(AccountId from, AccountId to, long minor) {
        return move(newTransferId(), from, to, coins(minor));
    }

    public static Transfer move(TransferId id, AccountId from, AccountId to, Money amount) {
        return Transfer.of(id, new TransferKind("test"), NOTHING, Entry.out(from, amount), Entry.into(to, amount));
    }

    public static Hold hold(AccountId account, long minor) {
        return new Hold(newHoldId(), account, coins(minor), Duration.ofHours(1), NOTHING);
    }

    public AccountId open(String owner, AccountKind kind) {
        return open(new Account(owner, kind, Currency.COIN));
    }

    public AccountId open(Account account) {
        return await(accounts.open(account));
    }

    /// A wallet with coins in it, issued by the platform.
    public AccountId wallet(String owner, long minor) {
        var wallet = open(owner, AccountKind.WALLET);
        if (minor > 0) {
            post(move(open(Account.PLATFORM, AccountKind.ISSUANCE), wallet, minor));
        }
        return wallet;
    }

    public TransferDecision post(Transfer transfer) {
        return await(transfers.post(transfer));
    }

    public TransferDecision capture(HoldId hold, Transfer transfer) {
        return await(transfers.post(transfer.capturing(hold)));
    }

    public TransferDecision reverse(TransferId id, TransferId original) {
        return await(reverseTransfer.run(id, original, REVERSAL, NOTHING));
    }

    public TransferDecision reverse(TransferId id, TransferId original, List<Entry> parts) {
        return await(reverseTransfer.run(id, original, REVERSAL, NOTHING, parts));
    }

    public HoldDecision place(Hold hold) {
        return await(holds.place(hold));
    }

    public ReleaseDecision release(HoldId hold) {
        return await(holds.release(hold));
    }

    public int expire() {
        return await(holds.expire(1_000));
    }

    public long total(AccountId account) {
        return await(accounts.balance(account)).orElseThrow().total().minor();
    }

    public long available(AccountId account) {
        return await(accounts.balance(account)).orElseThrow().available().minor();
    }

    public Optional<Finding> verify() {
        return await(new VerifyChain(proofs, config).run());
    }

    /// Of gifts alone, by pages of so many.
    public Optional<Finding> verifyShares(int page) {
        return await(new VerifyChain(proofs, config(Map.of("verify-page", Integer.toString(page)))).shares());
    }

    public Optional<ListEntries.Page> page(AccountId account, Optional<Place> before, int limit) {
        return await(new ListEntries(new RecordedEntries(database), accounts).run(account, before, limit));
    }

    public ListEntries.Page entries(AccountId account, Optional<Place> before, int limit) {
        return page(account, before, limit).orElseThrow();
    }

    public ExportEntries exportEntries(InstantSource clock) {
        return new ExportEntries(new RecordedEntries(database), clock);
    }

    public TrialBalance.Trial trial() {
        return await(new TrialBalance(new AccountList(database), InstantSource.system()).run());
    }

    public Optional<Checkpoint> seal() {
        return await(proofs.seal(100_000, PATIENCE));
    }

    /// @param settings of `vitrine.ledger`, by name
    public SettleIncome settleIncome(InstantSource clock, Map<String, String> settings) {
        return new SettleIncome(settlements, config(settings), clock);
    }

    /// As `SettleIncome` does for each streamer.
    public long settle(AccountId pending, Instant cut) {
        var day = new SettlementDay(LocalDate.ofInstant(cut, ZoneOffset.UTC), cut, pending, false);
        return await(settlements.settle(pending, day, PATIENCE));
    }

    public Statement statement(String streamer, Instant from, Instant until) {
        return await(statements.read(streamer, Currency.COIN, from, until, ZoneOffset.UTC, PATIENCE));
    }

    /// Half to the streamer, what is left to the platform.
    public Transfer gift(AccountId from, String streamer, long minor) {
        var income = minor / 2;
        return Transfer.of(
                newTransferId(),
                new TransferKind("gift"),
                NOTHING,
                Entry.out(from, coins(minor)),
                Entry.into(open(streamer, AccountKind.PENDING_INCOME), coins(income)),
                Entry.into(open(Account.PLATFORM, AccountKind.COMMISSION), coins(minor - income)));
    }

    private static LedgerConfig config(Map<String, String> settings) {
        var values = new HashMap<String, String>();
        settings.forEach((name, value) -> values.put("vitrine.ledger." + name, value));
        return new SmallRyeConfigBuilder()
                .withMapping(LedgerConfig.class)
                .withDefaultValues(values)
                .build()
                .getConfigMapping(LedgerConfig.class);
    }

    public static <T> T await(Uni<T> answer) {
        return answer.await().atMost(PATIENCE);
    }
}
