package dev.vitrine.ledger.audit.boundary;

import dev.vitrine.ledger.audit.control.AuditBooks;
import dev.vitrine.ledger.boundary.Requests;
import dev.vitrine.platform.edge.Endpoint;
import dev.vitrine.platform.edge.HttpAnswer;
import dev.vitrine.platform.edge.HttpRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class GetChainEndpoint implements Endpoint {
    private static final int OK = 200;

    private final AuditBooks auditBooks;

    GetChainEndpoint(AuditBooks auditBooks) {
        this.auditBooks = auditBooks;
    }

    @Override
    public String route() {
        return "GET /v1/audit/chain";
    }

    @Override
    public Uni<HttpAnswer> answer(HttpRequest request) {
        Requests.auditor(request);
        return auditBooks.chain().map(chain -> HttpAnswer.json(OK, AuditDocuments.chain(chain)));
    }
}
