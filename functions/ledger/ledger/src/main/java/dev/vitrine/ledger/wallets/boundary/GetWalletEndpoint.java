package dev.vitrine.ledger.wallets.boundary;

import dev.vitrine.ledger.boundary.Requests;
import dev.vitrine.ledger.wallets.control.ReadWallet;
import dev.vitrine.platform.edge.Endpoint;
import dev.vitrine.platform.edge.HttpAnswer;
import dev.vitrine.platform.edge.HttpRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class GetWalletEndpoint implements Endpoint {
    private static final int OK = 200;

    private final ReadWallet readWallet;

    GetWalletEndpoint(ReadWallet readWallet) {
        this.readWallet = readWallet;
    }

    @Override
    public String route() {
        return "GET /v1/wallet";
    }

    @Override
    public Uni<HttpAnswer> answer(HttpRequest request) {
        return readWallet
                .coins(Requests.subject(request))
                .map(coins -> HttpAnswer.json(OK, WalletDocuments.wallet(coins)));
    }
}
