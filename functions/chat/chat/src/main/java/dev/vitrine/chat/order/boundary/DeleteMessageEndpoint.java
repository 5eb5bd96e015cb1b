package dev.vitrine.chat.order.boundary;

import dev.vitrine.chat.boundary.Requests;
import dev.vitrine.chat.order.control.DeleteMessage;
import dev.vitrine.platform.edge.BodyFields;
import dev.vitrine.platform.edge.Endpoint;
import dev.vitrine.platform.edge.HttpAnswer;
import dev.vitrine.platform.edge.HttpRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class DeleteMessageEndpoint implements Endpoint {
    private final DeleteMessage deleteMessage;

    DeleteMessageEndpoint(DeleteMessage deleteMessage) {
        this.deleteMessage = deleteMessage;
    }

    @Override
    public String route() {
        return "POST /v1/rooms/{id}/chat/messages/{seq}/delete";
    }

    @Override
    public Uni<HttpAnswer> answer(HttpRequest request) {
        var actor = Requests.actor(request);
        var room = Requests.roomId(request);
        var seq = Requests.seq(request);
        var reason = Requests.reason(BodyFields.of(request));
        return deleteMessage.run(room, actor, seq, reason).map(_ -> HttpAnswer.noContent());
    }
}
