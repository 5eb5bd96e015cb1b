package dev.vitrine.ledger.audit.boundary;

import dev.vitrine.ledger.audit.control.ListEntries;
import dev.vitrine.ledger.boundary.Requests;
import dev.vitrine.ledger.entity.MoneyRefusal;
import dev.vitrine.ledger.transfers.entity.AccountId;
import dev.vitrine.platform.edge.Endpoint;
import dev.vitrine.platform.edge.HttpAnswer;
import dev.vitrine.platform.edge.HttpRequest;
import dev.vitrine.platform.edge.Page;
import dev.vitrine.platform.edge.QueryFields;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class ListAccountEntriesEndpoint implements Endpoint {
    private final ListEntries listEntries;

    ListAccountEntriesEndpoint(ListEntries listEntries) {
        this.listEntries = listEntries;
    }

    @Override
    public String route() {
        return "GET /v1/audit/accounts/{id}/entries";
    }

    @Override
    public Uni<HttpAnswer> answer(HttpRequest request) {
        Requests.auditor(request);
        var account = new AccountId(Requests.id(request));
        var query = new QueryFields(request);
        var page = Page.of(query, "entries " + account, text -> Places.read(account, text));
        query.check();
        return listEntries
                .run(account, page.after(), page.limit())
                .map(found -> found.orElseThrow(() -> new MoneyRefusal.NotFound("account")))
                .map(found -> page.answer(
                        found.entries(), AuditDocuments::entry, found.next().map(Places::write)));
    }
}
