package dev.vitrine.ledger.gifts.boundary;

import dev.vitrine.ledger.boundary.Documents;
import dev.vitrine.ledger.wallets.control.ReadWallet;
import dev.vitrine.platform.edge.Endpoint;
import dev.vitrine.platform.edge.HttpAnswer;
import dev.vitrine.platform.edge.HttpRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class ListGiftsEndpoint implements Endpoint {
    private static final int CACHE_SECONDS = 60;

    private final ReadWallet readWallet;

    ListGiftsEndpoint(ReadWallet readWallet) {
        this.readWallet = readWallet;
    }

    @Override
    public String route() {
        return "GET /v1/gifts";
    }

    @Override
    public Uni<HttpAnswer> answer(HttpRequest request) {
        return readWallet
                .gifts()
                .map(all -> HttpAnswer.cacheable(CACHE_SECONDS, Documents.list(all, GiftDocuments::gift)));
    }
}
