package dev.vitrine.it.rooms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.it.support.Api;
import dev.vitrine.it.support.Api.Answer;
import dev.vitrine.it.support.Cloud;
import dev.vitrine.it.support.Contract;
import dev.vitrine.it.support.Contract.TypedText;
import dev.vitrine.it.support.SharedCloud;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the functions answer is what `openapi.yaml` says, operation by operation and status by status.
class RoomsContractTest {
    private static final Contract CONTRACT =
            Contract.read(Cloud.root().resolve("functions/rooms/contract/openapi.yaml"));
    private static final String NOBODYS_ROOM = "01890000-0000-7000-8000-000000000000";

    private final Cloud cloud = SharedCloud.get();
    private final Api owner = cloud.as("contract-owner", "streamer");
    private final Api other = cloud.as("contract-other", "streamer");
    private final Api operator = cloud.as("contract-operator", "operator");
    private final Api viewer = cloud.as("contract-viewer", "viewer");
    private final Api guest = cloud.asGuest();

    /// Every operation of the contract was called and answered as promised; a new one without a test fails here.
    @AfterAll
    static void everyOperationWasCalled() {
        assertEquals(CONTRACT.operations(), CONTRACT.operationsSeen());
    }

    private static Answer check(String operation, int status, Answer answer) {
        return CONTRACT.check(operation, answer.expect(status));
    }

    private String newRoom() {
        return check("createRoom", 201, owner.post("/v1/rooms", Map.of("title", "Contract")))
                .json()
                .path("id")
                .asText();
    }

    @Test
    void aRoomIsPlannedReadChangedAndCancelled() {
        var body = Map.of(
                "title",
                "新品首发 ✨",
                "description",
                "两小时",
                "kind",
                "MARKETPLACE",
                "tags",
                List.of("美妆", "lipstick"),
                "coverUrl",
                "https://example.com/cover.jpg",
                "startsAt",
                "2027-01-01T12:00:00Z");
        var created = check("createRoom", 201, owner.post("/v1/rooms", body));
        var room = created.json();
        var path = "/v1/rooms/" + room.path("id").asText();
        assertEquals(cloud.url() + path, created.header("location"));
        assertEquals("SCHEDULED", room.path("state").asText());
        assertEquals("contract-owner", room.path("streamer").path("id").asText());
        var read = check("getRoom", 200, guest.get(path));
        assertEquals(room, read.json());
        assertTrue(read.header("cache-control").contains("max-age"), read.header("cache-control"));
        assertEquals(
                304,
                guest.send("GET", path, null, Map.of("if-none-match", read.header("etag")))
                        .status());
        var changed = check("updateRoom", 200, owner.patch(path, "{\"title\":\"Later\",\"coverUrl\":null}"));
        assertEquals("Later", changed.json().path("title").asText());
        assertTrue(changed.json().path("coverUrl").isNull());
        assertEquals(
                "CANCELLED",
                check("cancelRoom", 200, owner.delete(path))
                        .json()
                        .path("state")
                        .asText());
        check("cancelRoom", 409, owner.delete(path));
        check("updateRoom", 409, owner.patch(path, Map.of("title", "Too late")));
    }

    @Test
    void theStreamKeyIsShownOnceAndMakesTheRoomReady() {
        var room = newRoom();
        var key = check("issueStreamKey", 200, owner.post("/v1/rooms/" + room + "/stream-key", null))
                .json();
        assertTrue(key.path("ingestUrl").asText().startsWith("rtmp://"));
        var document = guest.get("/v1/rooms/" + room);
        assertEquals("READY", document.json().path("state").asText());
        assertFalse(document.text().contains(key.path("streamKey").asText()));
    }

    static List<TypedText> typedTexts() {
        return CONTRACT.typedTexts();
    }

    /// Whoever adds such a text to the contract and forgets the rule finds out here.
    @ParameterizedTest
    @MethodSource("typedTexts")
    void whatPeopleTypeIsHeldToTheRuleOfText(TypedText text) {
        var path = text.path().replace("{id}", newRoom());
        var answer = check(text.operationId(), 422, owner.send(text.method(), path, text.body("a\u202Eb"), Map.of()));

        var fields = answer.json().path("errors").findValuesAsText("field");
        assertTrue(fields.contains(text.field()), answer.text());
    }

    @Test
    void repeatingAPostWithItsKeyChangesNothing() {
        var key = Map.of("Idempotency-Key", "repeat-" + UUID.randomUUID());
        var first = check("createRoom", 201, owner.post("/v1/rooms", Map.of("title", "Once"), key))
                .json();
        var second = check("createRoom", 201, owner.post("/v1/rooms", Map.of("title", "Once"), key))
                .json();
        assertEquals(first, second);
        check("createRoom", 409, owner.post("/v1/rooms", Map.of("title", "Another"), key));
        var foreign = check("createRoom", 201, other.post("/v1/rooms", Map.of("title", "Once"), key))
                .json();
        assertNotEquals(first.path("id"), foreign.path("id"), "keys of two callers are not the same key");
        var path = "/v1/rooms/" + first.path("id").asText() + "/stream-key";
        check("issueStreamKey", 409, owner.post(path, null, key));
        var another = Map.of("Idempotency-Key", "repeat-" + UUID.randomUUID());
        var streamKey =
                check("issueStreamKey", 200, owner.post(path, null, another)).json();
        assertEquals(
                streamKey,
                check("issueStreamKey", 200, owner.post(path, null, another)).json());
    }

    @Test
    void anotherUsersRoomCannotBeTouched() {
        var path = "/v1/rooms/" + newRoom();
        check("updateRoom", 403, other.patch(path, Map.of("title", "Mine now")));
        check("cancelRoom", 403, other.delete(path));
        check("issueStreamKey", 403, other.post(path + "/stream-key", null));
        check("endRoom", 403, other.post(path + "/end", null));
        check("createRoom", 403, viewer.post("/v1/rooms", Map.of("title", "I only watch")));
        assertEquals("Contract", guest.get(path).json().path("title").asText());
        check("updateRoom", 200, operator.patch(path, Map.of("title", "Operators may")));
    }

    @Test
    void withoutAGoodTokenNothingIsChanged() {
        var path = "/v1/rooms/" + newRoom();
        var expired = cloud.asGuest()
                .post(
                        "/local/token",
                        Map.of(
                                "subject",
                                "contract-owner",
                                "name",
                                "x",
                                "roles",
                                List.of("streamer"),
                                "expiresInSeconds",
                                1));
        for (var api : List.of(guest, guest.withToken("not.a.token"), guest.withToken(forged()))) {
            check("createRoom", 401, api.post("/v1/rooms", Map.of("title", "No")));
            check("updateRoom", 401, api.patch(path, Map.of("title", "No")));
            check("cancelRoom", 401, api.delete(path));
            check("issueStreamKey", 401, api.post(path + "/stream-key", null));
            check("endRoom", 401, api.post(path + "/end", null));
        }
        assertEquals(200, expired.status());
        assertEquals("SCHEDULED", guest.get(path).json().path("state").asText());
    }

    /// A token of ours whose payload was changed after signing.
    private String forged() {
        var answer = guest.post(
                "/local/token", Map.of("subject", "contract-other", "name", "x", "roles", List.of("streamer")));
        var parts = answer.json().path("access_token").asText().split("\\.");
        var payload =
                new String(java.util.Base64.getUrlDecoder().decode(parts[1]), java.nio.charset.StandardCharsets.UTF_8);
        var mine = payload.replace("contract-other", "contract-owner");
        return parts[0] + "."
                + java.util.Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(mine.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                + "." + parts[2];
    }

    @Test
    void anUnknownRoomIsNotFoundAndAMalformedIdIsNamed() {
        check("getRoom", 404, guest.get("/v1/rooms/" + NOBODYS_ROOM));
        check("updateRoom", 404, owner.patch("/v1/rooms/" + NOBODYS_ROOM, Map.of("title", "x")));
        check("cancelRoom", 404, owner.delete("/v1/rooms/" + NOBODYS_ROOM));
        check("issueStreamKey", 404, owner.post("/v1/rooms/" + NOBODYS_ROOM + "/stream-key", null));
        check("endRoom", 404, owner.post("/v1/rooms/" + NOBODYS_ROOM + "/end", null));
        assertEquals(
                "id",
                check("getRoom", 400, guest.get("/v1/rooms/17"))
                        .json()
                        .path("errors")
                        .path(0)
                        .path("field")
                        .asText());
    }

    @Test
    void anIllegalMoveNamesTheStateTheRoomIsIn() {
        var path = "/v1/rooms/" + newRoom();
        var problem = check("endRoom", 409, owner.post(path + "/end", null)).json();
        assertTrue(problem.path("detail").asText().contains("SCHEDULED"), problem.toString());
    }

    @ParameterizedTest(name = "{0} -> {1} at {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"title":""}                                                     | 422 | title
            {"title":7}                                                      | 400 | title
            {"description":"no title"}                                       | 422 | title
            {"title":"x","colour":"red"}                                     | 400 | colour
            {"title":"x","kind":"SHOP"}                                      | 422 | kind
            {"title":"x","coverUrl":"ftp://example.com/a.jpg"}               | 422 | coverUrl
            {"title":"x","coverUrl":"javascript:alert(1)"}                   | 422 | coverUrl
            {"title":"x","coverUrl":"http://example.com/a.jpg"}              | 422 | coverUrl
            {"title":"x","coverUrl":"https://me:secret@example.com/a.jpg"}   | 422 | coverUrl
            {"title":"x","tags":["ok",""]}                                   | 422 | tags
            {"title":"x","tags":["1","2","3","4","5","6","7","8","9","a","b"]} | 422 | tags
            {"title":"x","startsAt":"tomorrow"}                              | 422 | startsAt
            """)
    void aBadFieldIsNamed(String body, int status, String field) {
        var problem = check("createRoom", status, owner.post("/v1/rooms", body)).json();
        assertEquals(field, problem.path("errors").path(0).path("field").asText(), problem.toString());
    }

    @Test
    void severalBadFieldsAreNamedTogether() {
        var problem = check(
                        "createRoom",
                        422,
                        owner.post("/v1/rooms", Map.of("title", "", "description", "x".repeat(4001))))
                .json();
        var fields = new ArrayList<String>();
        problem.path("errors").forEach(error -> fields.add(error.path("field").asText()));
        assertEquals(List.of("title", "description"), fields);
    }

    @Test
    void boundsAreCountedAsPeopleCount() {
        check("createRoom", 201, owner.post("/v1/rooms", Map.of("title", "好".repeat(120))));
        check("createRoom", 422, owner.post("/v1/rooms", Map.of("title", "好".repeat(121))));
        check("createRoom", 201, owner.post("/v1/rooms", Map.of("title", "x", "description", "✨".repeat(4000))));
    }

    @Test
    void aBodyThatIsNotJsonOrTooLongIsRefused() {
        check("createRoom", 400, owner.post("/v1/rooms", "{\"title\":"));
        check("createRoom", 400, owner.post("/v1/rooms", "[]"));
        check("createRoom", 413, owner.post("/v1/rooms", "{\"title\":\"" + "x".repeat(7_000_000) + "\"}"));
    }

    @Test
    void aListIsPagedWithoutGapOrRepeat() {
        var lister = cloud.as("contract-lister", "streamer");
        for (int i = 0; i < 5; i++) {
            lister.post("/v1/rooms", Map.of("title", "Page " + i, "tags", List.of("paged")), Map.of())
                    .expect(201);
        }
        var seen = new HashSet<String>();
        var cursor = "";
        int pages = 0;
        do {
            var page = check("listRooms", 200, guest.get("/v1/rooms?streamer=contract-lister&limit=2" + cursor))
                    .json();
            page.path("items")
                    .forEach(room -> assertTrue(seen.add(room.path("id").asText()), "repeated"));
            pages++;
            cursor = page.path("nextCursor").isNull()
                    ? ""
                    : "&cursor=" + page.path("nextCursor").asText();
        } while (!cursor.isEmpty());
        assertEquals(5, seen.size());
        assertEquals(3, pages);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"limit=0", "limit=101", "limit=ten", "cursor=forged", "state=SLEEPING", "kind=SHOP", "tag="})
    void aBadQueryIsNamed(String query) {
        var problem = check("listRooms", 400, guest.get("/v1/rooms?" + query)).json();
        assertEquals(
                query.substring(0, query.indexOf('=')),
                problem.path("errors").path(0).path("field").asText(),
                problem.toString());
    }
}
