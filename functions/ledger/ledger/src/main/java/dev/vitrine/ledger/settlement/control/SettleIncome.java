package dev.vitrine.ledger.settlement.control;

import dev.vitrine.ledger.control.LedgerConfig;
import dev.vitrine.ledger.settlement.entity.SettlementDay;
import dev.vitrine.ledger.settlement.store.Settlements;
import dev.vitrine.ledger.transfers.entity.AccountId;
import dev.vitrine.platform.sql.DatabaseUnavailable;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jboss.logging.Logger;

/// Makes income payable whose holding period is over: one transfer a streamer and day of the house.
///
/// May be called at any time and by any number of processes: a day that is done is left alone, one that was
/// left goes on where it was, and the transfer's id, made of streamer and day, keeps anybody from being paid
/// twice.
@ApplicationScoped
public class SettleIncome {
    private static final Logger LOG = Logger.getLogger(SettleIncome.class);

    private final Settlements settlements;
    private final LedgerConfig config;
    private final InstantSource clock;

    public SettleIncome(Settlements settlements, LedgerConfig config, InstantSource clock) {
        this.settlements = settlements;
        this.config = config;
        this.clock = clock;
    }

    /// What one run did.
    ///
    /// @param accounts that something was moved of
    /// @param failed left to the next day's settlement, each told in the log
    /// @param done whether the day is done; else the next run goes on
    public record Run(int accounts, int failed, boolean done) {
        private Run plus(Run page) {
            return new Run(accounts + page.accounts, failed + page.failed, page.done);
        }
    }

    /// @return fails when the database does, or an account could not be settled
    public Uni<Run> run() {
        var now = clock.instant();
        var day = now.atZone(config.zone()).toLocalDate();
        var cut = day.atStartOfDay(config.zone()).toInstant().minus(config.holdingPeriod());
        return settlements
                .begin(day, cut)
                .chain(begun -> begun.done()
                        ? Uni.createFrom().item(new Run(0, 0, true))
                        : pages(begun, begun.reached(), now.plus(config.settlePatience()), new Run(0, 0, false)))
                .invoke(SettleIncome::judge);
    }

    private Uni<Run> pages(SettlementDay day, AccountId after, Instant until, Run before) {
        if (clock.instant().isAfter(until)) {
            return Uni.createFrom().item(before);
        }
        return settlements
                .page(after, config.settlePage())
                .chain(page -> page.isEmpty()
                        ? settlements.finish(day.day()).replaceWith(before.plus(new Run(0, 0, true)))
                        : settle(page, day)
                                .call(() -> settlements.reach(day.day(), page.getLast(), page.size()))
                                .chain(run -> pages(day, page.getLast(), until, before.plus(run))));
    }

    private Uni<Run> settle(List<AccountId> page, SettlementDay day) {
        return Multi.createFrom()
                .iterable(page)
                .onItem()
                .transformToUni(account -> settle(account, day))
                .merge(config.settleConcurrency())
                .collect()
                .in(() -> new int[2], (counts, run) -> {
                    counts[0] += run.accounts();
                    counts[1] += run.failed();
                })
                .map(counts -> new Run(counts[0], counts[1], false));
    }

    /// One account that cannot be settled does not hold up the others; a database that is away does.
    private Uni<Run> settle(AccountId account, SettlementDay day) {
        return settlements
                .settle(account, day, config.settleOnePatience())
                .map(moved -> new Run(moved > 0 ? 1 : 0, 0, false))
                .onFailure(failure -> !(failure instanceof DatabaseUnavailable))
                .invoke(failure -> LOG.errorf(failure, "pending income %s of %s is not settled", account, day.day()))
                .onFailure(failure -> !(failure instanceof DatabaseUnavailable))
                .recoverWithItem(new Run(0, 1, false));
    }

    private static void judge(Run run) {
        if (run.failed() > 0) {
            throw new IllegalStateException(run.failed() + " accounts were not settled");
        }
    }
}
