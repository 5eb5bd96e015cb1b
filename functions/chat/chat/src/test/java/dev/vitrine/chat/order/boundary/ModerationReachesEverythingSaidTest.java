package dev.vitrine.chat.order.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vitrine.chat.boundary.RecordStores;
import dev.vitrine.chat.boundary.Records;
import dev.vitrine.chat.entity.Author;
import dev.vitrine.chat.entity.ClientId;
import dev.vitrine.chat.entity.Colour;
import dev.vitrine.chat.entity.DanmakuText;
import dev.vitrine.chat.entity.Position;
import dev.vitrine.chat.entity.Role;
import dev.vitrine.chat.talk.control.WordLists;
import dev.vitrine.chat.talk.entity.Utterance;
import dev.vitrine.model.RoomId;
import dev.vitrine.platform.json.Json;
import dev.vitrine.platform.test.BadTexts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = RecordStores.class, restrictToAnnotatedClass = true)
class ModerationReachesEverythingSaidTest {
    /// More than is looked back for somebody who just spoke.
    private static final int LONG_AGO = 600;

    @Inject
    Records records;

    @Inject
    WordLists lists;

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

    @Test
    void whatPeopleTypeIsHeldToOneRule() {
        var room = records.room();
        records.keep(room, records.said(room, 1, "ann", "kept", Instant.now()));
        var ann = Map.of("viewer", records.viewer(room, "ann").value());
        var review = Map.of("review", "01900000-0000-7000-8000-000000000001");
        for (var bad : BadTexts.lines()) {
            var because = Json.object().put("reason", bad);
            refused("POST /v1/rooms/{id}/chat/messages/{seq}/delete", room, Map.of("seq", "1"), because.deepCopy());
            refused(
                    "PUT /v1/rooms/{id}/chat/sanctions/{viewer}",
                    room,
                    ann,
                    because.deepCopy().put("kind", "BAN"));
            refused(
                    "POST /v1/rooms/{id}/chat/reviews/{review}/decision",
                    room,
                    review,
                    because.deepCopy().put("decision", "RELEASE"));
            refused("PATCH /v1/rooms/{id}/chat", room, Map.of(), Json.object().put("notice", bad));
            refused("POST /v1/rooms/{id}/chat/words", room, Map.of(), word(bad, "MASK"));
        }
        for (var fine : BadTexts.fine()) {
            var pinned = records.byStreamer(
                    "PATCH /v1/rooms/{id}/chat", room, Map.of(), Json.object().put("notice", fine));
            assertEquals(fine, pinned.json().at("/policy/notice").textValue());
            var listed = records.byStreamer("POST /v1/rooms/{id}/chat/words", room, Map.of(), word(fine, "ALLOW"));
            assertEquals(204, listed.status(), listed.text());
        }
    }

    private void refused(String route, RoomId room, Map<String, String> path, ObjectNode body) {
        assertEquals(422, records.byStreamer(route, room, path, body).status(), route + " " + body);
    }

    private static ObjectNode word(String word, String action) {
        var body = Json.object();
        body.putArray("add").add(Json.object().put("word", word).put("action", action));
        return body;
    }

    @Test
    void aReviewTellsWhichStretchWasTakenForTheWord() {
        var room = records.room();
        var body = word("黄片", "HOLD");
        body.withArray("add").add(Json.object().put("word", "三黄片").put("action", "ALLOW"));
        records.byStreamer("POST /v1/rooms/{id}/chat/words", room, Map.of(), body);

        assertTrue(judge(room, "三黄片有货吗").review().isEmpty());
        var held = judge(room, "😀三黄片，黄.片");
        held.review().orElseThrow().keep().await().atMost(Records.PATIENCE);

        var review = records.byStreamer("GET /v1/rooms/{id}/chat/reviews", room, Map.of(), null)
                .json()
                .at("/items/0");
        assertEquals("黄片", review.path("word").textValue());
        assertEquals(5, review.path("wordFrom").intValue());
        assertEquals(8, review.path("wordTo").intValue());
    }

    private WordLists.Verdict judge(RoomId room, String text) {
        var author = new Author(records.viewer(room, "ann"), "Ann", Role.VIEWER);
        var said = new Utterance(
                new ClientId("a"), new DanmakuText(text), Colour.WHITE, Position.SCROLL, Optional.empty());
        return lists.judge(room, "ann", author, said).await().atMost(Records.PATIENCE);
    }
}
