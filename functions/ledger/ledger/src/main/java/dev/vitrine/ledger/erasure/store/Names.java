package dev.vitrine.ledger.erasure.store;

import dev.vitrine.model.RoomId;
import dev.vitrine.platform.sql.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;

/// The names of people, wherever the database has one.
@ApplicationScoped
public class Names {
    private final Database database;

    public Names(Database database) {
        this.database = database;
    }

    /// A ranking that named them.
    public sealed interface Ranking {
        /// @param viewer how the room names the giver
        record OfRoom(RoomId room, String viewer) implements Ranking {}

        record OfDay(LocalDate day) implements Ranking {}
    }

    public Uni<List<Ranking>> erase(String subject) {
        return database.statements().all(Names::ranking, "select * from ledger.erase_person($1)", subject);
    }

    private static Ranking ranking(Row row) {
        return row.getUUID("room_id") == null
                ? new Ranking.OfDay(row.getLocalDate("day"))
                : new Ranking.OfRoom(new RoomId(row.getUUID("room_id")), row.getString("viewer"));
    }
}
