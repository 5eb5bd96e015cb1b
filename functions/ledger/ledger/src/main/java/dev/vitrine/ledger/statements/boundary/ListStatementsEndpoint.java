package dev.vitrine.ledger.statements.boundary;

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
class ListStatementsEndpoint implements Endpoint {
    private static final int OK = 200;

    private final ReadIncome readIncome;

    ListStatementsEndpoint(ReadIncome readIncome) {
        this.readIncome = readIncome;
    }

    @Override
    public String route() {
        return "GET /v1/income/statements";
    }

    @Override
    public Uni<HttpAnswer> answer(HttpRequest request) {
        var streamer = Requests.streamer(request).subject();
        var query = new QueryFields(request);
        var wanted = query.read("month", Requests::month);
        query.check();
        return readIncome
                .months(streamer)
                .map(months -> months.stream()
                        .filter(month -> wanted.isEmpty() || wanted.get().equals(month.month()))
                        .toList())
                .map(months -> HttpAnswer.json(OK, Documents.list(months, StatementDocuments::month)));
    }
}
