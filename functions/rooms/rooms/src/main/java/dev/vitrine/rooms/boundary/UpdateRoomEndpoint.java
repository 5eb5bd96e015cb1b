package dev.vitrine.rooms.boundary;

import dev.vitrine.platform.edge.Endpoint;
import dev.vitrine.platform.edge.HttpAnswer;
import dev.vitrine.platform.edge.HttpRequest;
import dev.vitrine.platform.edge.IfMatch;
import dev.vitrine.rooms.control.UpdateRoom;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class UpdateRoomEndpoint implements Endpoint {
    private final UpdateRoom updateRoom;
    private final RoomBodies bodies;
    private final RoomDocuments documents;

    UpdateRoomEndpoint(UpdateRoom updateRoom, RoomBodies bodies, RoomDocuments documents) {
        this.updateRoom = updateRoom;
        this.bodies = bodies;
        this.documents = documents;
    }

    @Override
    public String route() {
        return "PATCH /v1/rooms/{id}";
    }

    @Override
    public Uni<HttpAnswer> answer(HttpRequest request) {
        var actor = Requests.actor(request);
        var id = Requests.roomId(request);
        var ifMatch = IfMatch.of(request);
        return updateRoom
                .run(id, bodies.edit(request), actor, room -> ifMatch.require(documents.document(room)))
                .map(documents::changed);
    }
}
