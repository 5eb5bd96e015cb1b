package dev.vitrine.ledger.withdrawals.boundary;

import dev.vitrine.ledger.boundary.Requests;
import dev.vitrine.ledger.withdrawals.control.Withdraw;
import dev.vitrine.model.InvalidValue;
import dev.vitrine.model.VisibleText;
import dev.vitrine.platform.edge.BodyFields;
import dev.vitrine.platform.edge.Endpoint;
import dev.vitrine.platform.edge.HttpAnswer;
import dev.vitrine.platform.edge.HttpRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;

@ApplicationScoped
class DecideWithdrawalEndpoint implements Endpoint {
    private static final int OK = 200;
    private static final int LONGEST_REASON = 200;

    private final Withdraw withdraw;
    private final InstantSource clock;

    DecideWithdrawalEndpoint(Withdraw withdraw, InstantSource clock) {
        this.withdraw = withdraw;
        this.clock = clock;
    }

    @Override
    public String route() {
        return "POST /v1/withdrawals/{id}/decision";
    }

    @Override
    public Uni<HttpAnswer> answer(HttpRequest request) {
        var operator = Requests.operator(request);
        var id = Requests.id(request);
        var body = BodyFields.of(request);
        body.require("decision");
        body.require("reason");
        var approve = body.text("decision", DecideWithdrawalEndpoint::approves);
        var reason = body.text("reason", DecideWithdrawalEndpoint::reason);
        body.check();
        return withdraw.decide(operator, id, approve.orElseThrow(), reason.orElseThrow())
                .map(decided -> HttpAnswer.json(OK, WithdrawalDocuments.review(decided, clock.instant())));
    }

    private static boolean approves(String text) {
        return switch (text) {
            case "APPROVE" -> true;
            case "REFUSE" -> false;
            default -> throw new InvalidValue("decision", "must be APPROVE or REFUSE");
        };
    }

    private static String reason(String text) {
        return VisibleText.line(1, LONGEST_REASON, "reason", text);
    }
}
