package dev.vitrine.chat.order.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.chat.boundary.RecordStores;
import dev.vitrine.chat.boundary.Records;
import dev.vitrine.platform.json.Json;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = RecordStores.class, restrictToAnnotatedClass = true)
class ModerationReachesEverythingSaidTest {
    /// More than is looked back for somebody who just spoke.
    private static final int LONG_AGO = 600;

    @Inject
    Records records;

    @Test
    void aBanTakesAwayWhatTheHistoryHadNotKeptYet() {
        var room = records.room();
        var before = Instant.now();
        records.keep(room, records.said(room, 10, "ann", "kept", before));
        var late = records.said(room, 11, "ann", "not kept yet", before);

        assertEquals(200, records.ban(room, "ann").status());
        records.keep(room, late);

        assertEquals(
                0, records.sql("select count(*) from messages where room_id = ? and deleted_at is null", room.value()));
        assertTrue(records.hot(room, "banned", "ann"));
    }

    @Test
    void whatIsSaidAfterABanWasLiftedStays() {
        var room = records.room();
        records.keep(room, records.said(room, 10, "ann", "before", Instant.now()));
        records.ban(room, "ann");
        var lifted = records.byStreamer(
                "DELETE /v1/rooms/{id}/chat/sanctions/{viewer}",
                room,
                Map.of("viewer", records.viewer(room, "ann").value()),
                null);
        assertEquals(204, lifted.status());
        records.keep(room, records.said(room, 11, "ann", "after", Instant.now()));

        assertEquals(
                11, records.sql("select seq from messages where room_id = ? and deleted_at is null", room.value()));
    }

    @Test
    void nothingOfAnErasedPersonStaysInTheLog() {
        var room = records.room();
        records.keep(room, records.said(room, 1, "eve", "kept", Instant.now()));
        records.log(room, "eve", "long ago", Instant.now());
        for (int count = 0; count < LONG_AGO; count++) {
            records.log(room, "bob", "message " + count, Instant.now());
        }

        assertEquals(202, records.erase("eve").status());

        assertFalse(records.items(room).toString().contains("long ago"));
        assertTrue(records.items(room).toString().contains("MESSAGES_ERASED"));
    }

    @Test
    void aBanOutlivesAnErasureAndCanStillBeLifted() {
        var room = records.room();
        records.keep(room, records.said(room, 1, "ida", "kept", Instant.now()));
        records.ban(room, "ida");

        assertEquals(202, records.erase("ida").status());

        var path = Map.of("viewer", records.viewer(room, "ida").value());
        var listed = records.byStreamer("GET /v1/rooms/{id}/chat/sanctions", room, Map.of(), null);
        assertEquals(path.get("viewer"), listed.json().at("/items/0/viewer").textValue());
        assertEquals("", listed.json().at("/items/0/name").textValue());
        var lifted = records.byStreamer("DELETE /v1/rooms/{id}/chat/sanctions/{viewer}", room, path, null);
        assertEquals(204, lifted.status());
        assertFalse(records.hot(room, "banned", "ida"));
    }

    @Test
    void theFunctionsRoleCannotChangeTheAudit() throws SQLException {
        var room = records.room();
        records.keep(room, records.said(room, 1, "ann", "kept", Instant.now()));
        records.delete(room, 1);

        try (var connection = RecordStores.database.asRole();
                var statement = connection.createStatement()) {
            assertThrows(SQLException.class, () -> statement.execute("delete from acts"));
            assertThrows(SQLException.class, () -> statement.execute("update acts set reason = 'another'"));
            assertThrows(SQLException.class, () -> statement.execute("truncate acts"));
        }
        assertEquals(1, records.sql("select count(*) from acts where room_id = ? and reason = 'a test'", room.value()));
    }

    @Test
    void aWordThatIsAddedTwiceAtOnceGetsItsLastAction() {
        var room = records.room();
        var body = Json.object();
        body.putArray("add")
                .add(Json.object().put("word", "fig").put("action", "MASK"))
                .add(Json.object().put("word", "fig").put("action", "REJECT"));

        var changed = records.byStreamer("POST /v1/rooms/{id}/chat/words", room, Map.of(), body);

        assertEquals(204, changed.status(), changed.text());
        var words = records.byStreamer("GET /v1/rooms/{id}/chat/words", room, Map.of(), null)
                .json();
        assertEquals("REJECT", words.at("/items/0/action").textValue());
        assertEquals(1, words.path("items").size());
    }
}
