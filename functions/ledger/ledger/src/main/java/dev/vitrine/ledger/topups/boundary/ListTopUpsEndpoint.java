package dev.vitrine.ledger.topups.boundary;

import dev.vitrine.ledger.boundary.Requests;
import dev.vitrine.ledger.topups.entity.TopUp;
import dev.vitrine.ledger.wallets.control.ReadWallet;
import dev.vitrine.platform.edge.Endpoint;
import dev.vitrine.platform.edge.HttpAnswer;
import dev.vitrine.platform.edge.HttpRequest;
import dev.vitrine.platform.edge.Page;
import dev.vitrine.platform.edge.QueryFields;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;

@ApplicationScoped
class ListTopUpsEndpoint implements Endpoint {
    private final ReadWallet readWallet;
    private final InstantSource clock;

    ListTopUpsEndpoint(ReadWallet readWallet, InstantSource clock) {
        this.readWallet = readWallet;
        this.clock = clock;
    }

    @Override
    public String route() {
        return "GET /v1/wallet/top-ups";
    }

    @Override
    public Uni<HttpAnswer> answer(HttpRequest request) {
        var owner = Requests.subject(request);
        var query = new QueryFields(request);
        var page = Page.of(query, "top-ups", Requests::uuid);
        query.check();
        return readWallet
                .topUps(owner, page.after(), page.asked())
                .map(found -> page.answer(found, topUp -> TopUpDocuments.topUp(topUp, clock.instant()), TopUp::id));
    }
}
