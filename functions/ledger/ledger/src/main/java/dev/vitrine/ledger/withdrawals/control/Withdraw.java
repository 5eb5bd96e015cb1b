package dev.vitrine.ledger.withdrawals.control;

import dev.vitrine.ledger.control.LedgerEvents;
import dev.vitrine.ledger.control.WalletConfig;
import dev.vitrine.ledger.entity.MoneyRefusal;
import dev.vitrine.ledger.entity.Person;
import dev.vitrine.ledger.entity.RequestId;
import dev.vitrine.ledger.event.WithdrawalDecided;
import dev.vitrine.ledger.withdrawals.entity.Withdrawal;
import dev.vitrine.ledger.withdrawals.store.Withdrawals;
import dev.vitrine.model.Money;
import dev.vitrine.platform.event.CloudEvent;
import dev.vitrine.platform.sql.OutboxRelay;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Income is asked for, looked at, and paid out or not. The coins are set aside meanwhile.
@ApplicationScoped
public class Withdraw {
    public static final long FEWEST = 100;
    public static final long MOST = 100_000_000;

    private final Withdrawals withdrawals;
    private final OutboxRelay outboxRelay;
    private final WalletConfig config;
    private final LedgerEvents events;
    private final InstantSource clock;

    public Withdraw(
            Withdrawals withdrawals,
            OutboxRelay outboxRelay,
            WalletConfig config,
            LedgerEvents events,
            InstantSource clock) {
        this.withdrawals = withdrawals;
        this.outboxRelay = outboxRelay;
        this.config = config;
        this.events = events;
        this.clock = clock;
    }

    public Uni<Withdrawal> request(Person streamer, String key, long coins) {
        var id = RequestId.of("withdrawal", streamer.subject(), key);
        return withdrawals.request(id, streamer.subject(), streamer.name(), coins, worth(coins), config.decideWithin());
    }

    public Uni<List<Withdrawal>> of(String streamer, Optional<UUID> after, int limit) {
        return withdrawals.of(streamer, after, limit);
    }

    public Uni<List<Withdrawal>> open(Optional<UUID> after, int limit) {
        return withdrawals.open(clock.instant(), after, limit);
    }

    /// The same decision again changes nothing; another fails with a `MoneyRefusal`.
    public Uni<Withdrawal> decide(Person operator, UUID id, boolean approve, String reason) {
        return withdrawals
                .find(id)
                .map(found -> found.orElseThrow(() -> new MoneyRefusal.NotFound("withdrawal")))
                .chain(asked -> {
                    var event = event(asked, approve);
                    return (approve
                                    ? withdrawals.approve(id, operator.subject(), reason, asked.transfer(), event)
                                    : withdrawals.refuse(id, operator.subject(), reason, event))
                            .call(() -> outboxRelay.relay(List.of(event.id())));
                });
    }

    /// What coins of income are paid out with.
    public Money worth(long coins) {
        return new Money(config.coinWorth(), config.payoutCurrency()).times(coins);
    }

    private CloudEvent event(Withdrawal asked, boolean approve) {
        return events.of(
                asked.id(),
                new WithdrawalDecided(
                        asked.id(),
                        asked.streamer(),
                        approve ? WithdrawalDecided.Decision.APPROVED : WithdrawalDecided.Decision.REFUSED,
                        asked.coins(),
                        asked.amount().currency(),
                        asked.amount().minor()));
    }
}
