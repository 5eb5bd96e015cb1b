package dev.vitrine.ledger.topups.control;

import dev.vitrine.ledger.control.RelayEvents;
import dev.vitrine.ledger.entity.MoneyRefusal;
import dev.vitrine.ledger.topups.entity.PaymentNotice;
import dev.vitrine.ledger.topups.entity.TopUp;
import dev.vitrine.ledger.topups.store.TopUps;
import dev.vitrine.model.EventType;
import dev.vitrine.model.Ids;
import dev.vitrine.platform.event.CloudEvent;
import dev.vitrine.platform.json.Json;
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
    private final RelayEvents relayEvents;
    private final Ids ids;
    private final InstantSource clock;

    public TakePayment(TopUps topUps, Payments payments, RelayEvents relayEvents, Ids ids, InstantSource clock) {
        this.topUps = topUps;
        this.payments = payments;
        this.relayEvents = relayEvents;
        this.ids = ids;
        this.clock = clock;
    }

    /// @param headers names in lower case
    /// @return what the top-up is now; fails with a `MoneyRefusal` when nothing was taken
    public Uni<TopUp.State> run(String provider, Map<String, String> headers, String body) {
        if (!provider.equals(payments.provider())) {
            throw new MoneyRefusal.NotFound("payment provider");
        }
        var told = payments.read(headers, body, clock.instant());
        return topUps.find(told.topUp())
                .map(found -> found.orElseThrow(() -> new MoneyRefusal.NotFound("top-up")))
                .chain(topUp -> take(told, topUp));
    }

    private Uni<TopUp.State> take(PaymentNotice told, TopUp topUp) {
        var event = event(topUp);
        return topUps.take(payments.provider(), told, topUp.transfer(), event)
                .onFailure(MoneyRefusal.class)
                .invoke(refused ->
                        LOG.errorf("event %s of %s is refused: %s", told.event(), topUp.id(), refused.getMessage()))
                .invoke(taken -> tell(told, topUp, taken))
                .call(taken -> relayEvents.now(List.of(event.id())))
                .map(TopUps.Taken::state);
    }

    private static void tell(PaymentNotice told, TopUp topUp, TopUps.Taken taken) {
        if (!taken.changed() && taken.state() == TopUp.State.PAID && told.type() != PaymentNotice.Type.SUCCEEDED) {
            LOG.warnf("event %s tells %s of %s, which is paid: ignored", told.event(), told.type(), topUp.id());
        }
    }

    private CloudEvent event(TopUp topUp) {
        var data = Json.object()
                .put("topUpId", topUp.id().toString())
                .put("coins", topUp.coins())
                .put("currency", topUp.amount().currency().name())
                .put("amount", topUp.amount().minor());
        return new CloudEvent(
                ids.next(),
                EventType.LEDGER_WALLET_TOPPED_UP,
                "/ledger",
                topUp.id().toString(),
                clock.instant(),
                data);
    }
}
