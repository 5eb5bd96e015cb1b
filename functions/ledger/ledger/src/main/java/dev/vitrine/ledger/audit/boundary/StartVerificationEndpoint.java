package dev.vitrine.ledger.audit.boundary;

import dev.vitrine.ledger.audit.control.AuditBooks;
import dev.vitrine.ledger.boundary.Requests;
import dev.vitrine.platform.edge.Endpoint;
import dev.vitrine.platform.edge.HttpAnswer;
import dev.vitrine.platform.edge.HttpRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class StartVerificationEndpoint implements Endpoint {
    private static final int ACCEPTED = 202;

    private final AuditBooks auditBooks;

    StartVerificationEndpoint(AuditBooks auditBooks) {
        this.auditBooks = auditBooks;
    }

    @Override
    public String route() {
        return "POST /v1/audit/verifications";
    }

    @Override
    public Uni<HttpAnswer> answer(HttpRequest request) {
        var auditor = Requests.auditor(request);
        return auditBooks
                .start(auditor.subject())
                .map(started -> HttpAnswer.json(ACCEPTED, AuditDocuments.verification(started)));
    }
}
