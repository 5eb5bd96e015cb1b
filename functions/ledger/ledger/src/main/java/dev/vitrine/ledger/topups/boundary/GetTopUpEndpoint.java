package dev.vitrine.ledger.topups.boundary;

import dev.vitrine.ledger.boundary.Requests;
import dev.vitrine.ledger.wallets.control.ReadWallet;
import dev.vitrine.platform.edge.Endpoint;
import dev.vitrine.platform.edge.HttpAnswer;
import dev.vitrine.platform.edge.HttpRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;

@ApplicationScoped
class GetTopUpEndpoint implements Endpoint {
    private static final int OK = 200;

    private final ReadWallet readWallet;
    private final InstantSource clock;

    GetTopUpEndpoint(ReadWallet readWallet, InstantSource clock) {
        this.readWallet = readWallet;
        this.clock = clock;
    }

    @Override
    public String route() {
        return "GET /v1/wallet/top-ups/{id}";
    }

    @Override
    public Uni<HttpAnswer> answer(HttpRequest request) {
        return readWallet
                .topUp(Requests.subject(request), Requests.id(request))
                .map(topUp -> HttpAnswer.json(OK, TopUpDocuments.topUp(topUp, clock.instant())));
    }
}
