package dev.vitrine.chat.order.boundary;

import dev.vitrine.chat.boundary.Requests;
import dev.vitrine.chat.order.control.ListModeration;
import dev.vitrine.platform.edge.Endpoint;
import dev.vitrine.platform.edge.HttpAnswer;
import dev.vitrine.platform.edge.HttpRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;

@ApplicationScoped
class GetChatEndpoint implements Endpoint {
    private static final int CACHE_SECONDS = 1;

    private final ListModeration lists;
    private final InstantSource clock;

    GetChatEndpoint(ListModeration lists, InstantSource clock) {
        this.lists = lists;
        this.clock = clock;
    }

    @Override
    public String route() {
        return "GET /v1/rooms/{id}/chat";
    }

    @Override
    public Uni<HttpAnswer> answer(HttpRequest request) {
        return lists.room(Requests.roomId(request))
                .map(room -> HttpAnswer.cacheable(CACHE_SECONDS, Documents.chat(room, clock.instant())));
    }
}
