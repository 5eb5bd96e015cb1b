package dev.vitrine.chat.filter.boundary;

import dev.vitrine.chat.boundary.Requests;
import dev.vitrine.chat.filter.control.ListWords;
import dev.vitrine.chat.filter.entity.Review;
import dev.vitrine.model.InvalidValue;
import dev.vitrine.platform.edge.Endpoint;
import dev.vitrine.platform.edge.HttpAnswer;
import dev.vitrine.platform.edge.HttpRequest;
import dev.vitrine.platform.edge.Page;
import dev.vitrine.platform.edge.QueryFields;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class ListReviewsEndpoint implements Endpoint {
    private final ListWords lists;

    ListReviewsEndpoint(ListWords lists) {
        this.lists = lists;
    }

    @Override
    public String route() {
        return "GET /v1/rooms/{id}/chat/reviews";
    }

    @Override
    public Uni<HttpAnswer> answer(HttpRequest request) {
        var actor = Requests.actor(request);
        var room = Requests.roomId(request);
        var query = new QueryFields(request);
        var open = query.read("state", ListReviewsEndpoint::open);
        var page = Page.of(query, "reviews", Requests::uuid);
        query.check();
        return lists.reviews(room, actor, open, page.after(), page.asked())
                .map(found -> page.answer(found, WordBodies::review, Review::id));
    }

    private static boolean open(String state) {
        return switch (state) {
            case "OPEN" -> true;
            case "CLOSED" -> false;
            default -> throw new InvalidValue("state", "must be OPEN or CLOSED");
        };
    }
}
