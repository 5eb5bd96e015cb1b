package dev.vitrine.ledger.audit.boundary;

import dev.vitrine.ledger.audit.control.ReportAudit;
import dev.vitrine.ledger.boundary.Requests;
import dev.vitrine.platform.edge.Endpoint;
import dev.vitrine.platform.edge.HttpAnswer;
import dev.vitrine.platform.edge.HttpRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class GetAuditEndpoint implements Endpoint {
    private static final int OK = 200;

    private final ReportAudit reportAudit;

    GetAuditEndpoint(ReportAudit reportAudit) {
        this.reportAudit = reportAudit;
    }

    @Override
    public String route() {
        return "GET /v1/audits/ledger";
    }

    @Override
    public Uni<HttpAnswer> answer(HttpRequest request) {
        Requests.auditor(request);
        return reportAudit.run().map(report -> HttpAnswer.json(OK, AuditDocuments.report(report)));
    }
}
