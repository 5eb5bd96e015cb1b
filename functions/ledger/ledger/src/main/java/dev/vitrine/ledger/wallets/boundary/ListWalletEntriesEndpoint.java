package dev.vitrine.ledger.wallets.boundary;

import dev.vitrine.ledger.boundary.Requests;
import dev.vitrine.ledger.wallets.control.ReadWallet;
import dev.vitrine.ledger.wallets.entity.WalletLine;
import dev.vitrine.platform.edge.Endpoint;
import dev.vitrine.platform.edge.HttpAnswer;
import dev.vitrine.platform.edge.HttpRequest;
import dev.vitrine.platform.edge.Page;
import dev.vitrine.platform.edge.QueryFields;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class ListWalletEntriesEndpoint implements Endpoint {
    private final ReadWallet readWallet;

    ListWalletEntriesEndpoint(ReadWallet readWallet) {
        this.readWallet = readWallet;
    }

    @Override
    public String route() {
        return "GET /v1/wallet/entries";
    }

    @Override
    public Uni<HttpAnswer> answer(HttpRequest request) {
        var owner = Requests.subject(request);
        var query = new QueryFields(request);
        var page = Page.of(query, "wallet", Requests::seq);
        query.check();
        return readWallet
                .lines(owner, page.after(), page.asked())
                .map(found -> page.answer(found, WalletDocuments::line, WalletLine::seq));
    }
}
