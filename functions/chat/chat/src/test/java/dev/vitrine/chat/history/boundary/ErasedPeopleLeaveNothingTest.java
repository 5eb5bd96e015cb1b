package dev.vitrine.chat.history.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.chat.boundary.RecordStores;
import dev.vitrine.chat.boundary.Records;
import dev.vitrine.chat.entity.Person;
import dev.vitrine.model.Ids;
import dev.vitrine.model.RoomId;
import dev.vitrine.platform.event.CloudEvent;
import dev.vitrine.platform.json.Json;
import dev.vitrine.profiles.event.ProfileErasureRequested;
import dev.vitrine.profiles.event.ProfileFollowed;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.redis.client.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = RecordStores.class, restrictToAnnotatedClass = true)
class ErasedPeopleLeaveNothingTest {
    private static final String GIFT = "dev.vitrine.ledger.gift-sent.v1";

    @Inject
    Records records;

    private final Ids ids = Ids.system();
    /// Found nowhere else.
    private final String eve = "eve-" + UUID.randomUUID();

    @BeforeEach
    void giftsAreShown() {
        RecordStores.objects.put(RecordStores.DECLARATIONS, """
                [{"type": "dev.vitrine.ledger.gift-sent.v1", "kind": "gift", "to": "everybody", "lane": "priority",
                  "as": "item", "replay": true, "fields": ["viewer", "name", "gift"]}]""");
    }

    private void requested(UUID request) {
        var data = Json.object().put("requestId", request.toString()).put("personId", eve);
        var type = ProfileErasureRequested.TYPE;
        records.tell(new CloudEvent(ids.next(), type, "/profiles", request.toString(), Instant.now(), data));
    }

    private void follows(String viewer, String streamer) {
        var data = Json.object().put("streamerId", streamer).put("viewerId", viewer);
        records.tell(new CloudEvent(ids.next(), ProfileFollowed.TYPE, "/profiles", streamer, Instant.now(), data));
    }

    private void gives(RoomId room, String subject) {
        var data = Json.object()
                .put("viewer", records.viewer(room, subject).value())
                .put("name", "Name of " + subject)
                .put("gift", "rose");
        records.tell(records.event(GIFT, room, Instant.now(), data));
    }

    /// Every row of every table of the schema that holds a text, wherever in it.
    private List<String> rowsWith(String text) {
        var found = new ArrayList<String>();
        for (var table : List.of(
                "rooms",
                "people",
                "moderators",
                "sanctions",
                "words",
                "word_lists",
                "acts",
                "unsent",
                "seen_events",
                "erasures",
                "erased_viewers",
                "messages",
                "reviews",
                "standing",
                "shown_items",
                "set_aside")) {
            if (records.sql("select count(*) from " + table + " as t where t::text like ?", "%" + text + "%") > 0) {
                found.add(table);
            }
        }
        return found;
    }

    /// Every key of Redis that holds a text, or is called so.
    private List<String> keysWith(String text) {
        var found = new ArrayList<String>();
        var api = RecordStores.redis.api();
        for (var key : api.keys("*").await().atMost(Records.PATIENCE)) {
            var name = key.toString();
            var value =
                    switch (api.type(name).await().atMost(Records.PATIENCE).toString()) {
                        case "hash" -> api.hgetall(name);
                        case "set" -> api.smembers(name);
                        case "zset" -> api.zrange(List.of(name, "0", "-1"));
                        case "stream" -> api.xrange(List.of(name, "-", "+"));
                        default -> api.get(name);
                    };
            if ((name + " " + text(value.await().atMost(Records.PATIENCE))).contains(text)) {
                found.add(name);
            }
        }
        return found;
    }

    private static String text(Response response) {
        return String.valueOf(response);
    }

    @Test
    void theActOfAnErasureSaysWhomNowhere() {
        var room = records.room();
        records.keep(room, records.said(room, 1, eve, "kept", Instant.now()));

        assertEquals(202, records.erase(eve).status());

        assertEquals(List.of(), rowsWith(eve));
        assertEquals(List.of(), rowsWith("Name of " + eve));
        assertEquals(
                1,
                records.sql(
                        "select count(*) from acts where act = 'ERASE' and actor_name = '' and actor_id = viewer"
                                + " and at > now() - interval '1 minute' and viewer = ?",
                        records.person(eve).value()));
    }

    @Test
    void whyTheyWereSanctionedMayQuoteThemAndGoesWithThem() {
        var room = records.room();
        records.keep(room, records.said(room, 1, eve, "kept", Instant.now()));
        records.byStreamer(
                "PUT /v1/rooms/{id}/chat/sanctions/{viewer}",
                room,
                Map.of("viewer", records.viewer(room, eve).value()),
                Json.object().put("kind", "BAN").put("reason", "said: my secret word"));
        assertEquals(List.of("sanctions", "acts"), rowsWith("my secret word"));

        records.erase(eve);

        assertEquals(List.of(), rowsWith("my secret word"));
        assertEquals(1, records.sql("select count(*) from sanctions where subject = ?", eve), "the ban is in force");
        assertTrue(records.hot(room, "banned", eve));
    }

    @Test
    void anErasureReachesWhatIsInTheLogAlone() {
        var room = records.room();
        records.log(room, eve, "too fresh for the history", Instant.now());
        gives(room, eve);

        assertEquals(202, records.erase(eve).status());

        assertFalse(records.items(room).toString().contains("too fresh"), "said");
        assertFalse(records.items(room).toString().contains(eve), "given");
        assertTrue(records.items(room).toString().contains("MESSAGES_ERASED"), "readers hear of it");
        records.keep(
                room,
                records.said(room, 1, eve, "in a runner's hands", Instant.now().minusSeconds(1)));
        assertEquals(List.of(), rowsWith(eve));
    }

    @Test
    void nothingIsLeftOfWhoseErasureWasRequested() {
        var room = records.room();
        records.keep(room, records.said(room, 1, eve, "kept of " + eve, Instant.now()));
        gives(room, eve);
        follows(eve, Records.STREAMER);
        follows("bob", eve);
        records.byStreamer(
                "PUT /v1/rooms/{id}/chat/moderators/{viewer}",
                room,
                Map.of("viewer", records.viewer(room, eve).value()),
                null);
        records.joined(room, Optional.of(new Person(eve, "Name of " + eve, false)));
        records.act(room, eve);
        assertTrue(
                rowsWith(eve).containsAll(List.of("people", "moderators", "acts", "messages")),
                rowsWith(eve).toString());
        assertFalse(keysWith(eve).isEmpty());

        var request = ids.next();
        requested(request);
        requested(request);

        assertEquals(List.of(), rowsWith(eve));
        assertEquals(List.of(), keysWith(eve));
        assertEquals(
                1,
                records.sql(
                        "select count(*) from acts where act = 'ERASE' and viewer = ?",
                        records.person(eve).value()),
                "asked twice, done once");
        assertEquals(
                1,
                records.sql(
                        "select count(*) from acts where act <> 'ERASE' and actor_id = ?",
                        records.person(eve).value()),
                "what they did stays, under a pseudonym");
    }

    @Test
    void whatTheyGaveAndIsToldLaterShowsNoName() {
        var room = records.room();
        records.keep(room, records.said(room, 1, eve, "kept", Instant.now()));
        requested(ids.next());

        gives(room, eve);

        var gift = records.items(room).getLast();
        assertEquals("gift", gift.path("kind").textValue());
        assertEquals("", gift.at("/body/name").textValue());
    }
}
