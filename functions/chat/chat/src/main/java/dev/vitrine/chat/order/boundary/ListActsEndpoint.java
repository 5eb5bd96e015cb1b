package dev.vitrine.chat.order.boundary;

import dev.vitrine.chat.boundary.Requests;
import dev.vitrine.chat.order.control.ListModeration;
import dev.vitrine.chat.order.entity.Audited;
import dev.vitrine.platform.edge.Endpoint;
import dev.vitrine.platform.edge.HttpAnswer;
import dev.vitrine.platform.edge.HttpRequest;
import dev.vitrine.platform.edge.Page;
import dev.vitrine.platform.edge.QueryFields;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class ListActsEndpoint implements Endpoint {
    private final ListModeration lists;

    ListActsEndpoint(ListModeration lists) {
        this.lists = lists;
    }

    @Override
    public String route() {
        return "GET /v1/rooms/{id}/chat/acts";
    }

    @Override
    public Uni<HttpAnswer> answer(HttpRequest request) {
        var actor = Requests.actor(request);
        var room = Requests.roomId(request);
        var query = new QueryFields(request);
        var page = Page.of(query, "acts", Requests::uuid);
        query.check();
        return lists.acts(room, actor, page.after(), page.asked())
                .map(found -> page.answer(found, Documents::act, Audited::id));
    }
}
