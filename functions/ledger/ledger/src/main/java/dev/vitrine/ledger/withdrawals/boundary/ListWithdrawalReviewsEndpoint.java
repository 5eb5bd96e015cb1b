package dev.vitrine.ledger.withdrawals.boundary;

import dev.vitrine.ledger.boundary.Requests;
import dev.vitrine.ledger.withdrawals.control.Withdraw;
import dev.vitrine.ledger.withdrawals.entity.Withdrawal;
import dev.vitrine.platform.edge.Endpoint;
import dev.vitrine.platform.edge.HttpAnswer;
import dev.vitrine.platform.edge.HttpRequest;
import dev.vitrine.platform.edge.Page;
import dev.vitrine.platform.edge.QueryFields;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;

@ApplicationScoped
class ListWithdrawalReviewsEndpoint implements Endpoint {
    private final Withdraw withdraw;
    private final InstantSource clock;

    ListWithdrawalReviewsEndpoint(Withdraw withdraw, InstantSource clock) {
        this.withdraw = withdraw;
        this.clock = clock;
    }

    @Override
    public String route() {
        return "GET /v1/withdrawal-reviews";
    }

    @Override
    public Uni<HttpAnswer> answer(HttpRequest request) {
        Requests.operator(request);
        var query = new QueryFields(request);
        var page = Page.of(query, "withdrawal-reviews", Requests::uuid);
        query.check();
        return withdraw.open(page.after(), page.asked())
                .map(found -> page.answer(
                        found, asked -> WithdrawalDocuments.review(asked, clock.instant()), Withdrawal::id));
    }
}
