package dev.vitrine.ledger.topups.control;

import dev.vitrine.ledger.control.LedgerEvents;
import dev.vitrine.ledger.entity.MoneyRefusal;
import dev.vitrine.ledger.event.WalletToppedUp;
import dev.vitrine.ledger.topups.entity.PaymentNotice;
import dev.vitrine.ledger.topups.entity.TopUp;
import dev.vitrine.ledger.topups.store.TopUps;
import dev.vitrine.platform.event.CloudEvent;
import dev.vitrine.platform.sql.OutboxRelay;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/// Takes what a provider tells of a payment, in any order and any number of times.
@ApplicationScoped
public class TakePayment {
    private static final Logger LOG = Logger.getLogger(TakePayment.class);

    private final TopUps topUps;
    private final Payments payments;
    private final OutboxRelay outboxRelay;
    private final LedgerEvents events;
    private final InstantSource clock;

    public TakePayment(
            TopUps topUps, Payments payments, OutboxRelay outboxRelay, LedgerEvents events, InstantSource clock) {
        this.topUps = topUps;
        this.payments = payments;
        this.outboxRelay = outboxRelay;
        this.events = events;
        this.clock = clock;
    }

    /// @param headers names in lower case
    /// @return what the top-up is now; fails with a `MoneyRefusal` when nothing was taken
    public Uni<TopUp.State> run(String provider, Map<String, String> headers, String body) {
        if (!provider.equals(payments.provider())) {
            throw new MoneyRefusal.NotFound("payment provider");
        }
        var notice = payments.read(headers, body, clock.instant());
        return topUps.find(notice.topUp())
                .map(found -> found.orElseThrow(() -> new MoneyRefusal.NotFound("top-up")))
                .chain(topUp -> take(notice, topUp));
    }

    private Uni<TopUp.State> take(PaymentNotice notice, TopUp topUp) {
        var event = event(topUp);
        return topUps.take(payments.provider(), notice, topUp.transfer(), event)
                .onFailure(MoneyRefusal.class)
                .invoke(refused ->
                        LOG.errorf("event %s of %s is refused: %s", notice.event(), topUp.id(), refused.getMessage()))
                .invoke(taken -> warn(notice, topUp, taken))
                .call(taken -> outboxRelay.relay(List.of(event.id())))
                .map(TopUps.Taken::state);
    }

    private static void warn(PaymentNotice notice, TopUp topUp, TopUps.Taken taken) {
        if (!taken.changed() && taken.state() == TopUp.State.PAID && notice.type() != PaymentNotice.Type.SUCCEEDED) {
            LOG.warnf("event %s tells %s of %s, which is paid: ignored", notice.event(), notice.type(), topUp.id());
        }
    }

    private CloudEvent event(TopUp topUp) {
        var amount = topUp.amount();
        return events.of(topUp.id(), new WalletToppedUp(topUp.id(), topUp.coins(), amount.currency(), amount.minor()));
    }
}
