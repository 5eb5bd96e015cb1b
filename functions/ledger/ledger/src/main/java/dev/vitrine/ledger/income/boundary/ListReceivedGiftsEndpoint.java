package dev.vitrine.ledger.income.boundary;

import dev.vitrine.ledger.boundary.MediaTypes;
import dev.vitrine.ledger.boundary.Requests;
import dev.vitrine.ledger.income.control.ListReceivedGifts;
import dev.vitrine.ledger.income.entity.ReceivedGift;
import dev.vitrine.model.InvalidValue;
import dev.vitrine.platform.edge.Endpoint;
import dev.vitrine.platform.edge.HttpAnswer;
import dev.vitrine.platform.edge.HttpRequest;
import dev.vitrine.platform.edge.Page;
import dev.vitrine.platform.edge.QueryFields;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
class ListReceivedGiftsEndpoint implements Endpoint {
    /// A page of a file; on a screen nobody asks for so many.
    private static final int MOST_GIFTS = 1_000;

    private final ListReceivedGifts listReceivedGifts;

    ListReceivedGiftsEndpoint(ListReceivedGifts listReceivedGifts) {
        this.listReceivedGifts = listReceivedGifts;
    }

    @Override
    public String route() {
        return "GET /v1/income/gifts";
    }

    @Override
    public Uni<HttpAnswer> answer(HttpRequest request) {
        var streamer = Requests.streamer(request).subject();
        var form = MediaTypes.choose(request, List.of(MediaTypes.JSON, MediaTypes.CSV));
        var query = new QueryFields(request);
        var first = query.read("from", Requests::day);
        var last = query.read("to", Requests::day);
        var page = Page.of(query, "received gifts", ListReceivedGiftsEndpoint::place, MOST_GIFTS);
        query.check();
        return Requests.asked(() -> listReceivedGifts.run(streamer, first, last, page.after(), page.asked()))
                .map(found -> form.equals(MediaTypes.CSV) ? csv(page, found) : json(page, found));
    }

    private static HttpAnswer json(Page<ReceivedGift.Place> page, List<ReceivedGift> found) {
        return page.answer(found, IncomeDocuments::receivedGift, ListReceivedGiftsEndpoint::text);
    }

    private static HttpAnswer csv(Page<ReceivedGift.Place> page, List<ReceivedGift> found) {
        var answer = HttpAnswer.text(MediaTypes.CSV + "; charset=utf-8", ReceivedGiftsCsv.write(page.shown(found)));
        return page.next(found, ListReceivedGiftsEndpoint::text)
                .map(next -> answer.with("Vitrine-Next-Cursor", next))
                .orElse(answer);
    }

    private static String text(ReceivedGift gift) {
        return gift.at() + " " + gift.id();
    }

    private static ReceivedGift.Place place(String text) {
        var parts = text.split(" ");
        if (parts.length != 2) {
            throw new InvalidValue("cursor", "must be the next cursor of a page of this list");
        }
        return new ReceivedGift.Place(Requests.instant(parts[0]), Requests.uuid(parts[1]));
    }
}
