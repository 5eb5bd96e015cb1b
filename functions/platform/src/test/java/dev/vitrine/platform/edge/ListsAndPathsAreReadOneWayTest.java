package dev.vitrine.platform.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vitrine.model.ProblemType;
import dev.vitrine.platform.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ListsAndPathsAreReadOneWayTest {
    private static final String ROOM = "0197a3c0-0000-7000-8000-000000000001";

    @Test
    void aPageTellsWhereTheNextBegins() {
        var page = page(Map.of("limit", "2"));
        var first = show(page, List.of("a", "b", "c"));

        assertEquals("[\"a\",\"b\"]", first.path("items").toString());
        var second =
                page(Map.of("limit", "2", "cursor", first.path("nextCursor").textValue()));
        assertEquals(Optional.of("b"), second.after());
        var last = show(second, List.of("c"));
        assertEquals("[\"c\"]", last.path("items").toString());
        assertTrue(last.path("nextCursor").isNull());
    }

    @Test
    void anEmptyListIsAPageWithoutElements() {
        var empty = show(page(Map.of()), List.of());

        assertEquals("{\"items\":[],\"nextCursor\":null}", empty.toString());
    }

    @Test
    void aCursorOfAnotherListIsRefused() {
        var query = new QueryFields(request(Map.of(), Map.of("cursor", PageCursor.write("other", "b"))));
        Page.of(query, "letters", text -> text);

        assertEquals("cursor", refused(query::check).errors().getFirst().field());
    }

    @Test
    void aPathThatHoldsNoSuchValueIsNamedAsThePathNamesIt() {
        var path = PathFields.of(request(Map.of("id", ROOM, "review", "x", "seq", "0"), Map.of()));

        assertEquals(ROOM, path.room("id").toString());
        assertEquals(
                "review", refused(() -> path.uuid("review")).errors().getFirst().field());
        assertEquals(
                new FieldError("seq", "must be a whole number from 1"),
                refused(() -> path.whole("seq", 1)).errors().getFirst());
        assertEquals(0, path.whole("seq", 0));
        assertEquals(
                "absent", refused(() -> path.room("absent")).errors().getFirst().field());
    }

    @Test
    void aRoleThatTheCallerLacksIsForbidden() {
        var ann = new Caller("ann", "Ann", Set.of(Caller.STREAMER));

        assertEquals(ann, ann.require(Caller.STREAMER));
        var problem = assertThrows(Problem.class, () -> ann.require(Caller.AUDITOR));
        assertEquals(ProblemType.FORBIDDEN, problem.type());
        assertEquals(Optional.of("This needs the role auditor."), problem.detail());
    }

    @Test
    void anIdempotencyKeyHasItsForm() {
        assertEquals(Optional.empty(), IdempotencyKey.of(request(Map.of(), Map.of())));
        var none = refused(() -> IdempotencyKey.required(request(Map.of(), Map.of())));
        assertTrue(none.errors().getFirst().detail().startsWith("is required"));
        assertEquals("k", IdempotencyKey.required(withKey("k")).value());
        assertEquals(
                "Idempotency-Key",
                refused(() -> IdempotencyKey.of(withKey("gr\u00fcn")))
                        .errors()
                        .getFirst()
                        .field());
    }

    private static Problem refused(Executable asked) {
        var problem = assertThrows(Problem.class, asked);
        assertEquals(ProblemType.MALFORMED_REQUEST, problem.type());
        return problem;
    }

    private static Page<String> page(Map<String, String> query) {
        var fields = new QueryFields(request(Map.of(), query));
        var page = Page.of(fields, "letters", text -> text);
        fields.check();
        return page;
    }

    private static JsonNode show(Page<String> page, List<String> found) {
        var answer = page.answer(found, letter -> Json.object().put("letter", letter), letter -> letter);
        var json = (ObjectNode) Json.read(answer.body());
        var letters = json.arrayNode();
        json.path("items").forEach(item -> letters.add(item.path("letter").textValue()));
        json.set("items", letters);
        return json;
    }

    private static HttpRequest withKey(String key) {
        return new HttpRequest(
                "r-1", "GET /x", Map.of(), Map.of(), Map.of("idempotency-key", key), Optional.empty(), "");
    }

    private static HttpRequest request(Map<String, String> path, Map<String, String> query) {
        return new HttpRequest("r-1", "GET /x", path, query, Map.of(), Optional.empty(), "");
    }
}
