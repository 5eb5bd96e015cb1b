package dev.vitrine.rooms.store;

import dev.vitrine.rooms.entity.Place;
import dev.vitrine.rooms.entity.Room;
import dev.vitrine.rooms.entity.RoomFilter;
import dev.vitrine.rooms.entity.StateName;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/// Pages of rooms in the order of the list. A page starts behind a place, not at a number: rooms that come and go
/// between two pages make nothing repeat.
@ApplicationScoped
public class RoomPages {

    public Uni<List<Room>> page(Mutiny.Session session, RoomFilter filter, Optional<Place> after, int limit) {
        var conditions = new ArrayList<String>();
        var values = new LinkedHashMap<String, Object>();
        states(filter, conditions, values);
        filter.kind().ifPresent(kind -> {
            conditions.add("kind = :kind");
            values.put("kind", kind.name());
        });
        filter.tag().ifPresent(tag -> {
            conditions.add("tags @> array[cast(:tag as text)]");
            values.put("tag", tag);
        });
        filter.streamerId().ifPresent(streamer -> {
            conditions.add("streamer_id = :streamer");
            values.put("streamer", streamer);
        });
        after.ifPresent(place -> behind(place, conditions, values));
        var sql = "select * from rooms where " + String.join(" and ", conditions)
                + " order by list_group, list_rank, id limit :limit";
        values.put("limit", limit);
        return run(session, sql, values);
    }

    private static void states(RoomFilter filter, List<String> conditions, Map<String, Object> values) {
        if (filter.states().isEmpty()) {
            conditions.add("state <> 'CANCELLED'");
        } else {
            conditions.add("state in (:states)");
            values.put("states", filter.states().stream().map(StateName::name).toList());
        }
    }

    private static void behind(Place place, List<String> conditions, Map<String, Object> values) {
        conditions.add("(list_group, list_rank, id) > (:group, :rank, :id)");
        values.put("group", place.group());
        values.put("rank", place.rank());
        values.put("id", place.id());
    }

    private static Uni<List<Room>> run(Mutiny.Session session, String sql, Map<String, Object> values) {
        var query = session.createNativeQuery(sql, Room.class);
        values.forEach(query::setParameter);
        return query.getResultList();
    }
}
