package dev.vitrine.rooms.boundary;

import dev.vitrine.platform.edge.Endpoint;
import dev.vitrine.platform.edge.HttpAnswer;
import dev.vitrine.platform.edge.HttpRequest;
import dev.vitrine.platform.sql.RepeatableRequests;
import dev.vitrine.platform.sql.Secrecy;
import dev.vitrine.rooms.control.EndRoom;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class EndRoomEndpoint implements Endpoint {
    private final EndRoom endRoom;
    private final RoomDocuments documents;
    private final RepeatableRequests requests;

    EndRoomEndpoint(EndRoom endRoom, RoomDocuments documents, RepeatableRequests requests) {
        this.endRoom = endRoom;
        this.documents = documents;
        this.requests = requests;
    }

    @Override
    public String route() {
        return "POST /v1/rooms/{id}/end";
    }

    @Override
    public Uni<HttpAnswer> answer(HttpRequest request) {
        var actor = Requests.actor(request);
        var id = Requests.roomId(request);
        return endRoom.run(id, actor, requests.of(request, Secrecy.PLAIN, documents::changed));
    }
}
