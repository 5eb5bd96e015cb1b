package dev.vitrine.chat.filter.boundary;

import dev.vitrine.chat.boundary.Requests;
import dev.vitrine.chat.filter.control.ListWords;
import dev.vitrine.chat.filter.entity.Listed;
import dev.vitrine.platform.edge.Endpoint;
import dev.vitrine.platform.edge.HttpAnswer;
import dev.vitrine.platform.edge.HttpRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class ListPlatformWordsEndpoint implements Endpoint {
    private final ListWords lists;

    ListPlatformWordsEndpoint(ListWords lists) {
        this.lists = lists;
    }

    @Override
    public String route() {
        return "GET /v1/chat/words";
    }

    @Override
    public Uni<HttpAnswer> answer(HttpRequest request) {
        var actor = Requests.actor(request);
        var page = WordBodies.page(request);
        return lists.ofPlatform(actor, page.after(), page.asked())
                .map(found -> page.answer(found, WordBodies::word, Listed::word));
    }
}
