package dev.vitrine.rooms.boundary;

import dev.vitrine.platform.edge.HttpRequest;
import dev.vitrine.platform.edge.QueryFields;
import dev.vitrine.rooms.entity.Place;
import dev.vitrine.rooms.entity.RoomFilter;
import dev.vitrine.rooms.entity.RoomKind;
import dev.vitrine.rooms.entity.StateName;
import dev.vitrine.rooms.entity.Streamer;
import dev.vitrine.rooms.entity.Tags;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The query of `GET /v1/rooms`.
record ListQuery(RoomFilter filter, Optional<Place> after, int limit) {

    static ListQuery of(HttpRequest request) {
        var query = new QueryFields(request);
        var filter = new RoomFilter(
                query.read("state", ListQuery::states).orElse(Set.of()),
                query.read("kind", RoomKind::parse),
                query.read("tag", Tags::checked),
                query.read("streamer", ListQuery::streamer));
        var after = query.read("cursor", Cursor::read);
        var limit = query.limit();
        query.check();
        return new ListQuery(filter, after, limit);
    }

    private static Set<StateName> states(String list) {
        return Arrays.stream(list.split(",", -1)).map(StateName::parse).collect(Collectors.toUnmodifiableSet());
    }

    private static String streamer(String id) {
        return new Streamer(id, id).id();
    }
}
