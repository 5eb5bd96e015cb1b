package dev.vitrine.rooms.boundary;

import dev.vitrine.platform.edge.Endpoint;
import dev.vitrine.platform.edge.HttpAnswer;
import dev.vitrine.platform.edge.HttpRequest;
import dev.vitrine.platform.edge.IfMatch;
import dev.vitrine.rooms.control.CancelRoom;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class CancelRoomEndpoint implements Endpoint {
    private final CancelRoom cancelRoom;
    private final RoomDocuments documents;

    CancelRoomEndpoint(CancelRoom cancelRoom, RoomDocuments documents) {
        this.cancelRoom = cancelRoom;
        this.documents = documents;
    }

    @Override
    public String route() {
        return "DELETE /v1/rooms/{id}";
    }

    @Override
    public Uni<HttpAnswer> answer(HttpRequest request) {
        var actor = Requests.actor(request);
        var ifMatch = IfMatch.of(request);
        return cancelRoom
                .run(Requests.roomId(request), actor, room -> ifMatch.require(documents.document(room)))
                .map(documents::changed);
    }
}
