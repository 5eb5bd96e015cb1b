package dev.vitrine.ledger.income.boundary;

import dev.vitrine.ledger.boundary.Documents;
import dev.vitrine.ledger.boundary.Requests;
import dev.vitrine.ledger.income.control.ReadIncome;
import dev.vitrine.platform.edge.Endpoint;
import dev.vitrine.platform.edge.HttpAnswer;
import dev.vitrine.platform.edge.HttpRequest;
import dev.vitrine.platform.edge.QueryFields;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class GetDailyIncomeEndpoint implements Endpoint {
    private static final int OK = 200;

    private final ReadIncome readIncome;

    GetDailyIncomeEndpoint(ReadIncome readIncome) {
        this.readIncome = readIncome;
    }

    @Override
    public String route() {
        return "GET /v1/income/daily";
    }

    @Override
    public Uni<HttpAnswer> answer(HttpRequest request) {
        var streamer = Requests.streamer(request).subject();
        var query = new QueryFields(request);
        var first = query.read("from", Requests::day);
        var last = query.read("to", Requests::day);
        query.check();
        Requests.required("from", first);
        Requests.required("to", last);
        return Requests.asked(() -> readIncome.daily(streamer, first.get(), last.get()))
                .map(days -> HttpAnswer.json(OK, Documents.list(days, IncomeDocuments::day)));
    }
}
