package dev.vitrine.rooms.boundary;

import dev.vitrine.platform.edge.Endpoint;
import dev.vitrine.platform.edge.HttpAnswer;
import dev.vitrine.platform.edge.HttpRequest;
import dev.vitrine.rooms.control.FindRoom;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class GetRoomEndpoint implements Endpoint {
    static final int CACHE_SECONDS = 1;

    private final FindRoom findRoom;
    private final RoomDocuments documents;

    GetRoomEndpoint(FindRoom findRoom, RoomDocuments documents) {
        this.findRoom = findRoom;
        this.documents = documents;
    }

    @Override
    public String route() {
        return "GET /v1/rooms/{id}";
    }

    @Override
    public Uni<HttpAnswer> answer(HttpRequest request) {
        return findRoom.run(Requests.roomId(request))
                .map(room -> HttpAnswer.cacheable(CACHE_SECONDS, documents.document(room)));
    }
}
