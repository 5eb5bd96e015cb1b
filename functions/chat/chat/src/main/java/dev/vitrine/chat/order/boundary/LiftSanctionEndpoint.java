package dev.vitrine.chat.order.boundary;

import dev.vitrine.chat.boundary.Requests;
import dev.vitrine.chat.order.control.LiftSanction;
import dev.vitrine.platform.edge.Endpoint;
import dev.vitrine.platform.edge.HttpAnswer;
import dev.vitrine.platform.edge.HttpRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class LiftSanctionEndpoint implements Endpoint {
    private final LiftSanction liftSanction;

    LiftSanctionEndpoint(LiftSanction liftSanction) {
        this.liftSanction = liftSanction;
    }

    @Override
    public String route() {
        return "DELETE /v1/rooms/{id}/chat/sanctions/{viewer}";
    }

    @Override
    public Uni<HttpAnswer> answer(HttpRequest request) {
        var actor = Requests.actor(request);
        var room = Requests.roomId(request);
        var viewer = Requests.viewer(request);
        return liftSanction.run(room, actor, viewer).map(_ -> HttpAnswer.noContent());
    }
}
