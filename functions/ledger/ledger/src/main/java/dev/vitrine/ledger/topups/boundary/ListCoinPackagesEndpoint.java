package dev.vitrine.ledger.topups.boundary;

import dev.vitrine.ledger.boundary.Documents;
import dev.vitrine.ledger.wallets.control.ReadWallet;
import dev.vitrine.platform.edge.Endpoint;
import dev.vitrine.platform.edge.HttpAnswer;
import dev.vitrine.platform.edge.HttpRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class ListCoinPackagesEndpoint implements Endpoint {
    private static final int CACHE_SECONDS = 60;

    private final ReadWallet readWallet;

    ListCoinPackagesEndpoint(ReadWallet readWallet) {
        this.readWallet = readWallet;
    }

    @Override
    public String route() {
        return "GET /v1/coin-packages";
    }

    @Override
    public Uni<HttpAnswer> answer(HttpRequest request) {
        return readWallet
                .packages()
                .map(all -> HttpAnswer.cacheable(CACHE_SECONDS, Documents.list(all, TopUpDocuments::coinPackage)));
    }
}
