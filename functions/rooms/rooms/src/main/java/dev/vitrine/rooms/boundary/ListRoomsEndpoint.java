package dev.vitrine.rooms.boundary;

import dev.vitrine.platform.edge.Endpoint;
import dev.vitrine.platform.edge.HttpAnswer;
import dev.vitrine.platform.edge.HttpRequest;
import dev.vitrine.rooms.control.ListRooms;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class ListRoomsEndpoint implements Endpoint {
    static final int CACHE_SECONDS = 1;

    private final ListRooms listRooms;
    private final RoomDocuments documents;

    ListRoomsEndpoint(ListRooms listRooms, RoomDocuments documents) {
        this.listRooms = listRooms;
        this.documents = documents;
    }

    @Override
    public String route() {
        return "GET /v1/rooms";
    }

    @Override
    public Uni<HttpAnswer> answer(HttpRequest request) {
        var query = ListQuery.of(request);
        return listRooms
                .run(query.filter(), query.after(), query.limit())
                .map(page -> HttpAnswer.cacheable(CACHE_SECONDS, document(page)));
    }

    private RoomPageDocument document(ListRooms.Page page) {
        var items = page.rooms().stream().map(documents::document).toList();
        return new RoomPageDocument(items, page.next().map(Cursor::write).orElse(null));
    }
}
