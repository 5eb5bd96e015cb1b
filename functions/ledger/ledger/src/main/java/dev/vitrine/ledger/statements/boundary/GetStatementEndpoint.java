package dev.vitrine.ledger.statements.boundary;

import dev.vitrine.ledger.boundary.MediaTypes;
import dev.vitrine.ledger.boundary.Requests;
import dev.vitrine.ledger.income.control.ReadIncome;
import dev.vitrine.ledger.statements.entity.StatementCsv;
import dev.vitrine.ledger.statements.entity.StatementPdf;
import dev.vitrine.platform.edge.Endpoint;
import dev.vitrine.platform.edge.HttpAnswer;
import dev.vitrine.platform.edge.HttpRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
class GetStatementEndpoint implements Endpoint {
    private static final int OK = 200;

    private final ReadIncome readIncome;

    GetStatementEndpoint(ReadIncome readIncome) {
        this.readIncome = readIncome;
    }

    @Override
    public String route() {
        return "GET /v1/income/statements/{month}";
    }

    @Override
    public Uni<HttpAnswer> answer(HttpRequest request) {
        var streamer = Requests.streamer(request).subject();
        var month = Requests.month(request);
        var form = MediaTypes.choose(request, List.of(MediaTypes.JSON, MediaTypes.CSV, MediaTypes.PDF));
        return readIncome.month(streamer, month).map(monthly -> answer(form, monthly));
    }

    private static HttpAnswer answer(String form, ReadIncome.Monthly monthly) {
        return switch (form) {
            case MediaTypes.CSV ->
                named(
                        HttpAnswer.text(form + "; charset=utf-8", StatementCsv.write(monthly.statement())),
                        monthly,
                        "csv");
            case MediaTypes.PDF ->
                named(
                        HttpAnswer.bytes(
                                form, StatementPdf.write(monthly.statement(), monthly.month(), monthly.fans())),
                        monthly,
                        "pdf");
            default -> HttpAnswer.json(OK, StatementDocuments.statement(monthly));
        };
    }

    private static HttpAnswer named(HttpAnswer answer, ReadIncome.Monthly monthly, String ending) {
        return answer.with(
                "Content-Disposition", "attachment; filename=\"statement-" + monthly.month() + "." + ending + "\"");
    }
}
