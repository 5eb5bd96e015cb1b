package dev.vitrine.chat.order.boundary;

import dev.vitrine.chat.boundary.Requests;
import dev.vitrine.chat.order.control.ListModeration;
import dev.vitrine.platform.edge.Endpoint;
import dev.vitrine.platform.edge.HttpAnswer;
import dev.vitrine.platform.edge.HttpRequest;
import dev.vitrine.platform.json.Json;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class ListModeratorsEndpoint implements Endpoint {
    private static final int OK = 200;

    private final ListModeration lists;

    ListModeratorsEndpoint(ListModeration lists) {
        this.lists = lists;
    }

    @Override
    public String route() {
        return "GET /v1/rooms/{id}/chat/moderators";
    }

    @Override
    public Uni<HttpAnswer> answer(HttpRequest request) {
        var actor = Requests.actor(request);
        return lists.moderators(Requests.roomId(request), actor).map(found -> {
            var json = Json.object();
            var items = json.putArray("items");
            found.forEach(each -> items.addObject()
                    .put("viewer", each.viewer().value())
                    .put("name", each.name())
                    .put("since", each.since().toString()));
            return HttpAnswer.json(OK, json);
        });
    }
}
