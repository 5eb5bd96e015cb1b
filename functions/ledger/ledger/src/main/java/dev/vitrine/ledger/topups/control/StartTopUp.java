package dev.vitrine.ledger.topups.control;

import dev.vitrine.ledger.control.WalletConfig;
import dev.vitrine.ledger.entity.MoneyRefusal;
import dev.vitrine.ledger.entity.RequestId;
import dev.vitrine.ledger.topups.entity.CoinPackage;
import dev.vitrine.ledger.topups.entity.TopUp;
import dev.vitrine.ledger.topups.store.TopUps;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/// Starts to buy coins, once: it is written down, then the provider is asked for a page to pay on. Whoever asks
/// again after a failure goes on where it stopped.
@ApplicationScoped
public class StartTopUp {
    private final TopUps topUps;
    private final Payments payments;
    private final WalletConfig config;

    public StartTopUp(TopUps topUps, Payments payments, WalletConfig config) {
        this.topUps = topUps;
        this.payments = payments;
        this.config = config;
    }

    public Uni<TopUp> run(String owner, String key, String coinPackage, TopUp.Method method) {
        var id = RequestId.of("top-up", owner, key);
        return topUps.find(id)
                .chain(known -> known.isPresent()
                        ? Uni.createFrom().item(same(known.get(), coinPackage, method))
                        : topUps.packages()
                                .chain(offered -> topUps.start(
                                        id,
                                        owner,
                                        find(offered, coinPackage),
                                        method,
                                        payments.provider(),
                                        config.payWithin(),
                                        config.mostOpenTopUps())))
                .chain(this::withSession);
    }

    private static TopUp same(TopUp known, String coinPackage, TopUp.Method method) {
        if (!known.coinPackage().equals(coinPackage) || known.method() != method) {
            throw new MoneyRefusal.KeyReused();
        }
        return known;
    }

    private static CoinPackage find(Iterable<CoinPackage> offered, String code) {
        for (var each : offered) {
            if (each.code().equals(code)) {
                return each;
            }
        }
        throw new MoneyRefusal.NotFound("coin package");
    }

    private Uni<TopUp> withSession(TopUp topUp) {
        return topUp.payUrl().isPresent() || topUp.state() != TopUp.State.PENDING
                ? Uni.createFrom().item(topUp)
                : payments.open(topUp).chain(session -> topUps.keepSession(topUp.id(), session.id(), session.payUrl()));
    }
}
