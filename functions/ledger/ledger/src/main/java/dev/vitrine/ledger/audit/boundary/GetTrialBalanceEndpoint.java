package dev.vitrine.ledger.audit.boundary;

import dev.vitrine.ledger.audit.control.TrialBalance;
import dev.vitrine.ledger.boundary.Requests;
import dev.vitrine.platform.edge.Endpoint;
import dev.vitrine.platform.edge.HttpAnswer;
import dev.vitrine.platform.edge.HttpRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class GetTrialBalanceEndpoint implements Endpoint {
    private static final int OK = 200;

    private final TrialBalance trialBalance;

    GetTrialBalanceEndpoint(TrialBalance trialBalance) {
        this.trialBalance = trialBalance;
    }

    @Override
    public String route() {
        return "GET /v1/audit/trial-balance";
    }

    @Override
    public Uni<HttpAnswer> answer(HttpRequest request) {
        Requests.auditor(request);
        return trialBalance.run().map(trial -> HttpAnswer.json(OK, AuditDocuments.trial(trial)));
    }
}
