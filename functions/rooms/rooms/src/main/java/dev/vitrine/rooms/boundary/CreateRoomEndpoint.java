package dev.vitrine.rooms.boundary;

import dev.vitrine.platform.edge.Endpoint;
import dev.vitrine.platform.edge.HttpAnswer;
import dev.vitrine.platform.edge.HttpRequest;
import dev.vitrine.platform.sql.RepeatableRequests;
import dev.vitrine.platform.sql.Secrecy;
import dev.vitrine.rooms.control.CreateRoom;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class CreateRoomEndpoint implements Endpoint {
    private final CreateRoom createRoom;
    private final RoomBodies bodies;
    private final RoomDocuments documents;
    private final RepeatableRequests requests;

    CreateRoomEndpoint(CreateRoom createRoom, RoomBodies bodies, RoomDocuments documents, RepeatableRequests requests) {
        this.createRoom = createRoom;
        this.bodies = bodies;
        this.documents = documents;
        this.requests = requests;
    }

    @Override
    public String route() {
        return "POST /v1/rooms";
    }

    /// Who may not open a room learns that before what is wrong with the body.
    @Override
    public Uni<HttpAnswer> answer(HttpRequest request) {
        var actor = Requests.actor(request);
        actor.requireStreamer();
        var plan = bodies.newRoom(request);
        return createRoom.run(plan, actor, requests.of(request, Secrecy.PLAIN, documents::created));
    }
}
