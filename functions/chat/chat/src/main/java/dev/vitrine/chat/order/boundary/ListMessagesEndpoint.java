package dev.vitrine.chat.order.boundary;

import dev.vitrine.chat.boundary.Requests;
import dev.vitrine.chat.entity.Viewer;
import dev.vitrine.chat.history.entity.Message;
import dev.vitrine.chat.order.control.ListModeration;
import dev.vitrine.platform.edge.Endpoint;
import dev.vitrine.platform.edge.HttpAnswer;
import dev.vitrine.platform.edge.HttpRequest;
import dev.vitrine.platform.edge.Page;
import dev.vitrine.platform.edge.QueryFields;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.OptionalLong;

@ApplicationScoped
class ListMessagesEndpoint implements Endpoint {
    private final ListModeration lists;

    ListMessagesEndpoint(ListModeration lists) {
        this.lists = lists;
    }

    @Override
    public String route() {
        return "GET /v1/rooms/{id}/chat/messages";
    }

    @Override
    public Uni<HttpAnswer> answer(HttpRequest request) {
        var actor = Requests.actor(request);
        var room = Requests.roomId(request);
        var query = new QueryFields(request);
        var viewer = query.read("viewer", Viewer::new);
        var page = Page.of(query, "messages", Requests::number);
        query.check();
        var before = page.after().map(OptionalLong::of).orElse(OptionalLong.empty());
        return lists.messages(room, actor, viewer, before, page.asked())
                .map(found -> page.answer(found, Documents::message, Message::seq));
    }
}
