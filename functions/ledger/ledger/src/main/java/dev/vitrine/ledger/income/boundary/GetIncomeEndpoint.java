package dev.vitrine.ledger.income.boundary;

import dev.vitrine.ledger.boundary.Requests;
import dev.vitrine.ledger.income.control.ReadIncome;
import dev.vitrine.platform.edge.Endpoint;
import dev.vitrine.platform.edge.HttpAnswer;
import dev.vitrine.platform.edge.HttpRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class GetIncomeEndpoint implements Endpoint {
    private static final int OK = 200;

    private final ReadIncome readIncome;

    GetIncomeEndpoint(ReadIncome readIncome) {
        this.readIncome = readIncome;
    }

    @Override
    public String route() {
        return "GET /v1/income";
    }

    @Override
    public Uni<HttpAnswer> answer(HttpRequest request) {
        var streamer = Requests.streamer(request).subject();
        return readIncome
                .now(streamer)
                .map(income -> HttpAnswer.json(
                        OK,
                        IncomeDocuments.income(income, readIncome.holdingDays(), readIncome.worth(income.payable()))));
    }
}
