package dev.vitrine.rooms.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vitrine.platform.json.Json;
import dev.vitrine.platform.test.BadTexts;
import dev.vitrine.platform.test.GatewayCall;
import dev.vitrine.rooms.FakeProvider;
import dev.vitrine.rooms.RealStores;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealStores.class)
class RoomContractTest {
    private final Api api;
    private final FakeProvider provider;

    RoomContractTest(Api api, FakeProvider provider) {
        this.api = api;
        this.provider = provider;
    }

    @AfterEach
    void providerAnswers() {
        provider.answerAgain();
    }

    @Test
    void aNewRoomIsScheduledAndReadByEverybody() {
        var room = api.room("alice", "Tea at five");

        var read = api.ask("GET /v1/rooms/{id}").id(room).go();

        assertEquals(200, read.status());
        assertEquals("SCHEDULED", read.body().get("state").textValue());
        assertEquals("alice", read.body().at("/streamer/id").textValue());
        assertEquals("public, max-age=1", read.headers().get("Cache-Control"));
    }

    @Test
    void anUnchangedRoomIsNotSentTwice() {
        var room = api.room("alice", "Tea at five");
        var tag = api.ask("GET /v1/rooms/{id}").id(room).go().headers().get("ETag");

        var again = api.ask("GET /v1/rooms/{id}")
                .id(room)
                .header("If-None-Match", tag)
                .go();

        assertEquals(304, again.status());
        assertEquals("", again.text());
    }

    @Test
    void aChangeOfWhatTheCallerHasNotSeenIsNotMade() {
        var room = api.room("alice", "Tea at five");
        var seen = api.ask("GET /v1/rooms/{id}").id(room).go().headers().get("ETag");
        var first = change(room, seen, "Tea at six");
        assertEquals(200, first.status(), first.text());

        var stale = change(room, seen, "Tea at seven");
        assertEquals(412, stale.status());
        assertEquals("/problems/precondition-failed", stale.body().get("type").textValue());
        assertEquals(
                412,
                api.ask("DELETE /v1/rooms/{id}")
                        .as("alice", "streamer")
                        .id(room)
                        .header("If-Match", seen)
                        .go()
                        .status());
        var now = api.ask("GET /v1/rooms/{id}").id(room).go();
        assertEquals("Tea at six", now.body().get("title").textValue());
        assertEquals(first.headers().get("ETag"), now.headers().get("ETag"));
        assertEquals(
                200,
                change(room, "W/" + now.headers().get("ETag"), "Tea at seven").status());
        assertEquals(200, change(room, "*", "Tea at eight").status());
    }

    private GatewayCall.Answer change(String room, String tag, String title) {
        return api.ask("PATCH /v1/rooms/{id}")
                .as("alice", "streamer")
                .id(room)
                .header("If-Match", tag)
                .body("{\"title\":\"" + title + "\"}")
                .go();
    }

    @Test
    void everyWrongFieldIsNamedAtOnce() {
        var answer = api.ask("POST /v1/rooms").as("alice", "streamer").body("""
                        {"title":"","coverUrl":"ftp://x/y","tags":["a","a"],"kind":"ZOO","startsAt":"3000-01-01T00:00:00Z"}
                        """).go();

        assertEquals(422, answer.status());
        assertEquals("/problems/invalid-field", answer.body().get("type").textValue());
        assertEquals("title coverUrl tags kind startsAt", answer.fields());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "not json|body",
                "[]|body",
                "{\"title\":\"a\"} x|body",
                "{\"title\":\"a\",\"title\":\"b\"}|body",
                "{\"title\":7}|title",
                "{\"title\":\"a\",\"tags\":\"b\"}|tags",
                "{\"title\":\"a\",\"tags\":[1]}|tags",
                "{\"title\":\"a\",\"state\":\"LIVE\"}|state",
                "{\"title\":null}|title",
            })
    void aBodyOfWrongFormIsRefusedWithItsPlace(String body, String field) {
        var answer =
                api.ask("POST /v1/rooms").as("alice", "streamer").body(body).go();

        assertEquals(400, answer.status(), answer.text());
        assertEquals(field, answer.fields());
    }

    @Test
    void aMissingTitleIsAValueOutOfBounds() {
        var answer =
                api.ask("POST /v1/rooms").as("alice", "streamer").body("{}").go();

        assertEquals(422, answer.status());
        assertEquals("title", answer.fields());
    }

    @ParameterizedTest
    @CsvSource({
        "limit,0",
        "limit,101",
        "limit,ten",
        "cursor,abc",
        "state,OPEN",
        "kind,ZOO",
        "page,2",
        "tag,''",
    })
    void aBadQueryIsRefusedWithItsParameter(String parameter, String value) {
        var answer = api.ask("GET /v1/rooms").query(parameter, value).go();

        assertEquals(400, answer.status(), answer.text());
        assertEquals(parameter, answer.fields());
    }

    @Test
    void onlyStreamersAndOperatorsOpenRooms() {
        var viewer = api.ask("POST /v1/rooms")
                .as("bob", "viewer")
                .body("{\"title\":\"a\"}")
                .go();
        var nobody = api.ask("POST /v1/rooms").body("{\"title\":\"a\"}").go();

        assertEquals(403, viewer.status());
        assertEquals(401, nobody.status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PATCH /v1/rooms/{id}",
                "DELETE /v1/rooms/{id}",
                "POST /v1/rooms/{id}/stream-key",
                "POST /v1/rooms/{id}/end",
            })
    void aForeignRoomIsLeftAlone(String route) {
        var room = api.room("alice", "Tea at five");
        var before = api.read(room);

        var foreign = api.ask(route)
                .id(room)
                .as("mallory", "streamer")
                .body("{\"title\":\"Mine\"}")
                .go();
        var unknown = api.ask(route)
                .id(UUID.randomUUID().toString())
                .as("mallory", "streamer")
                .body("{\"title\":\"Mine\"}")
                .go();
        var malformed = api.ask(route)
                .id("7")
                .as("mallory", "streamer")
                .body("{\"title\":\"Mine\"}")
                .go();

        assertEquals(403, foreign.status());
        assertEquals(404, unknown.status());
        assertEquals(400, malformed.status());
        assertEquals(before, api.read(room));
    }

    @Test
    void anOperatorMayChangeEveryRoom() {
        var room = api.room("alice", "Tea at five");

        var answer = api.ask("PATCH /v1/rooms/{id}")
                .id(room)
                .as("olga", "operator")
                .body("{\"title\":\"Tea at six\",\"coverUrl\":\"https://shop.example/a.jpg\"}")
                .go();
        var cleared = api.ask("PATCH /v1/rooms/{id}")
                .id(room)
                .as("olga", "operator")
                .body("{\"coverUrl\":null}")
                .go();

        assertEquals("Tea at six", answer.body().get("title").textValue());
        assertTrue(cleared.body().get("coverUrl").isNull());
    }

    @Test
    void anIllegalMoveNamesTheState() {
        var room = api.room("alice", "Tea at five");
        api.ask("DELETE /v1/rooms/{id}").id(room).as("alice", "streamer").go();

        var again = api.ask("DELETE /v1/rooms/{id}")
                .id(room)
                .as("alice", "streamer")
                .go();

        assertEquals(409, again.status());
        assertTrue(again.body().get("detail").textValue().contains("CANCELLED"));
    }

    @Test
    void aDeadProviderLeavesTheRoomAsItWas() {
        var room = api.room("alice", "Tea at five");
        provider.die();

        var answer = api.ask("POST /v1/rooms/{id}/stream-key")
                .id(room)
                .as("alice", "streamer")
                .go();

        assertEquals(503, answer.status(), answer.text());
        assertFalse(answer.text().contains("fake"));
        assertEquals("SCHEDULED", api.read(room).get("state").textValue());
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepeat() {
        var rooms = new ArrayList<String>();
        for (int i = 0; i < 7; i++) {
            rooms.add(api.room("pat", "Show " + i));
        }

        var seen = new ArrayList<String>();
        var page = api.ask("GET /v1/rooms")
                .query("streamer", "pat")
                .query("limit", "3")
                .go()
                .body();
        page.get("items").forEach(item -> seen.add(item.get("id").textValue()));
        while (!page.get("nextCursor").isNull()) {
            page = api.ask("GET /v1/rooms")
                    .query("streamer", "pat")
                    .query("limit", "3")
                    .query("cursor", page.get("nextCursor").textValue())
                    .go()
                    .body();
            page.get("items").forEach(item -> seen.add(item.get("id").textValue()));
        }

        assertEquals(rooms, seen);
    }

    @Test
    void roomsAreFoundByTagKindAndState() {
        api.ask("POST /v1/rooms")
                .as("tia", "streamer")
                .body("{\"title\":\"a\",\"tags\":[\"oolong\"],\"kind\":\"PARTNER\"}")
                .go();

        var found = api.ask("GET /v1/rooms")
                .query("tag", "oolong")
                .query("kind", "PARTNER")
                .query("state", "SCHEDULED,LIVE")
                .go();
        var none = api.ask("GET /v1/rooms")
                .query("tag", "oolong")
                .query("state", "LIVE")
                .go();

        assertEquals(1, found.body().get("items").size(), found.text());
        assertEquals(0, none.body().get("items").size());
    }

    @Test
    void whatPeopleTypeIsHeldToOneRule() {
        var id = api.room("alice", "Tea at five");
        for (var bad : BadTexts.lines()) {
            assertRefused("title", Json.object().put("title", bad), id);
            assertRefused("tags", tagged(bad), id);
        }
        for (var bad : BadTexts.paragraphs()) {
            assertRefused("description", Json.object().put("title", "a").put("description", bad), id);
        }
        for (var fine : BadTexts.fine()) {
            var change = Json.object().put("title", fine).put("description", "a\n\n" + fine);
            change.putArray("tags").add(fine);
            api.ask("PATCH /v1/rooms/{id}")
                    .id(id)
                    .as("alice", "streamer")
                    .body(change.toString())
                    .go()
                    .expect(200);
        }
    }

    private static JsonNode tagged(String tag) {
        var body = Json.object().put("title", "a");
        body.putArray("tags").add(tag);
        return body;
    }

    private void assertRefused(String field, JsonNode body, String room) {
        var opened = api.ask("POST /v1/rooms")
                .as("alice", "streamer")
                .body(body.toString())
                .go();
        var changed = api.ask("PATCH /v1/rooms/{id}")
                .id(room)
                .as("alice", "streamer")
                .body(body.toString())
                .go();
        assertEquals("422 " + field, opened.status() + " " + opened.fields(), body.toString());
        assertEquals("422 " + field, changed.status() + " " + changed.fields(), body.toString());
    }
}
