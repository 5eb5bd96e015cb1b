package dev.vitrine.ledger.audit.boundary;

import dev.vitrine.ledger.audit.control.ReportAudit;
import dev.vitrine.ledger.boundary.Requests;
import dev.vitrine.platform.edge.Endpoint;
import dev.vitrine.platform.edge.HttpAnswer;
import dev.vitrine.platform.edge.HttpRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class StartAuditEndpoint implements Endpoint {
    private static final int ACCEPTED = 202;

    private final ReportAudit reportAudit;

    StartAuditEndpoint(ReportAudit reportAudit) {
        this.reportAudit = reportAudit;
    }

    @Override
    public String route() {
        return "POST /v1/audits/ledger";
    }

    @Override
    public Uni<HttpAnswer> answer(HttpRequest request) {
        return reportAudit
                .start(Requests.auditor(request).subject())
                .map(report -> HttpAnswer.json(ACCEPTED, AuditDocuments.report(report)));
    }
}
