package dev.vitrine.ledger.audit.boundary;

import dev.vitrine.ledger.audit.control.ExportEntries;
import dev.vitrine.ledger.boundary.MediaTypes;
import dev.vitrine.ledger.boundary.Requests;
import dev.vitrine.ledger.transfers.entity.TransferId;
import dev.vitrine.model.InvalidValue;
import dev.vitrine.platform.edge.Endpoint;
import dev.vitrine.platform.edge.HttpAnswer;
import dev.vitrine.platform.edge.HttpRequest;
import dev.vitrine.platform.edge.PageCursor;
import dev.vitrine.platform.edge.QueryFields;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class ExportEntriesEndpoint implements Endpoint {
    private static final String LIST = "export";
    private static final int DEFAULT_TRANSFERS = 500;
    private static final int MOST_TRANSFERS = 1_000;
    private static final TransferId BEFORE_ALL = new TransferId(new UUID(0, 0));

    private final ExportEntries exportEntries;

    ExportEntriesEndpoint(ExportEntries exportEntries) {
        this.exportEntries = exportEntries;
    }

    @Override
    public String route() {
        return "GET /v1/audit/export";
    }

    @Override
    public Uni<HttpAnswer> answer(HttpRequest request) {
        Requests.auditor(request);
        var form = MediaTypes.choose(request, List.of(MediaTypes.CSV, MediaTypes.LINES));
        var query = new QueryFields(request);
        var from = query.read("from", Requests::instant);
        var to = query.read("to", Requests::instant);
        var after = query.read("cursor", text -> place(PageCursor.read(LIST, text)));
        var limit = query.limit(DEFAULT_TRANSFERS, MOST_TRANSFERS);
        query.check();
        Requests.required("from", from);
        Requests.required("to", to);
        var start = after.orElseGet(() -> new ExportEntries.From(from.get(), BEFORE_ALL));
        return Requests.asked(() -> exportEntries.run(start, to.get(), limit)).map(page -> answer(form, page));
    }

    private static HttpAnswer answer(String form, ExportEntries.Page page) {
        var text = form.equals(MediaTypes.CSV) ? EntryExport.csv(page.entries()) : EntryExport.lines(page.entries());
        var answer = HttpAnswer.text(form + "; charset=utf-8", text);
        return page.next()
                .map(next ->
                        answer.with("Vitrine-Next-Cursor", PageCursor.write(LIST, next.start() + " " + next.after())))
                .orElse(answer);
    }

    private static ExportEntries.From place(String text) {
        var parts = text.split(" ");
        if (parts.length != 2) {
            throw new InvalidValue("cursor", "must be the next cursor of a page of this list");
        }
        return new ExportEntries.From(Requests.instant(parts[0]), TransferId.parse(parts[1]));
    }
}
