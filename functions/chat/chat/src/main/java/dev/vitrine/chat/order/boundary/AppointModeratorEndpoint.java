package dev.vitrine.chat.order.boundary;

import dev.vitrine.chat.boundary.Requests;
import dev.vitrine.chat.order.control.AppointModerator;
import dev.vitrine.platform.edge.Endpoint;
import dev.vitrine.platform.edge.HttpAnswer;
import dev.vitrine.platform.edge.HttpRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class AppointModeratorEndpoint implements Endpoint {
    private final AppointModerator appointModerator;

    AppointModeratorEndpoint(AppointModerator appointModerator) {
        this.appointModerator = appointModerator;
    }

    @Override
    public String route() {
        return "PUT /v1/rooms/{id}/chat/moderators/{viewer}";
    }

    @Override
    public Uni<HttpAnswer> answer(HttpRequest request) {
        var actor = Requests.actor(request);
        var room = Requests.roomId(request);
        var viewer = Requests.viewer(request);
        return appointModerator.appoint(room, actor, viewer).map(_ -> HttpAnswer.noContent());
    }
}
