package dev.vitrine.ledger.audit.boundary;

import dev.vitrine.ledger.audit.control.AuditBooks;
import dev.vitrine.ledger.boundary.Requests;
import dev.vitrine.ledger.transfers.entity.AccountId;
import dev.vitrine.ledger.transfers.entity.AccountKind;
import dev.vitrine.platform.edge.Endpoint;
import dev.vitrine.platform.edge.HttpAnswer;
import dev.vitrine.platform.edge.HttpRequest;
import dev.vitrine.platform.edge.Page;
import dev.vitrine.platform.edge.QueryFields;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class ListAccountsEndpoint implements Endpoint {
    private final AuditBooks auditBooks;

    ListAccountsEndpoint(AuditBooks auditBooks) {
        this.auditBooks = auditBooks;
    }

    @Override
    public String route() {
        return "GET /v1/audit/accounts";
    }

    @Override
    public Uni<HttpAnswer> answer(HttpRequest request) {
        Requests.auditor(request);
        var query = new QueryFields(request);
        var kind = query.read("kind", AccountKind::parse);
        var owner = query.read("owner", text -> text);
        var page = Page.of(query, "accounts", AccountId::parse);
        query.check();
        return auditBooks
                .accounts(kind, owner, page.after(), page.asked())
                .map(found -> page.answer(found, AuditDocuments::account, opened -> opened.account()
                        .id()));
    }
}
