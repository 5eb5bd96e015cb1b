package dev.vitrine.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventsOfAReleaseStayTest {
    private static final String SCHEMA = """
            type: dev.vitrine.shop.sold.v1
            room: { kind: sale, to: everybody, as: item, fields: [id, count] }
            data:
              type: object
              required: [id, count]
              properties:
                id: { type: string, maxLength: 40 }
                count: { type: integer, minimum: 0 }
                state: { type: string, enum: [NEW, SOLD] }
            """;

    @TempDir
    Path root;

    @Test
    void aTypeIsGone() throws IOException {
        assertEquals(List.of("is gone, and was released"), new AHouse(root).event(SCHEMA, ""));
    }

    @Test
    void aTypeIsAnother() throws IOException {
        told("type: was dev.vitrine.shop.sold.v1, is dev.vitrine.shop.bought.v1", "sold", "bought");
    }

    @Test
    void aFieldIsGone() throws IOException {
        told("data.state: is gone", "    state: { type: string, enum: [NEW, SOLD] }\n", "");
    }

    /// Events that were written before are still under way, and kept.
    @Test
    void aFieldIsRequired() throws IOException {
        told("data.state: is required now", "required: [id, count]", "required: [id, count, state]");
    }

    @Test
    void aFieldMayBeAbsent() throws IOException {
        told("data.count: may be absent now", "required: [id, count]", "required: [id]");
    }

    @Test
    void aTypeOfAFieldIsChanged() throws IOException {
        told("data.count: was integer, is boolean", "{ type: integer, minimum: 0 }", "{ type: boolean }");
    }

    @Test
    void aBoundIsNarrowed() throws IOException {
        told("data.count: minimum was 0, is 1", "minimum: 0", "minimum: 1");
        told("data.id: maxLength was 40, is 39", "maxLength: 40", "maxLength: 39");
    }

    @Test
    void oneOfAFewValuesIsLostOrNew() throws IOException {
        told("data.state: lost the value SOLD", "[NEW, SOLD]", "[NEW]");
        told("data.state: got the value LOST", "[NEW, SOLD]", "[NEW, SOLD, LOST]");
    }

    @Test
    void aFieldThatViewersReadIsGone() throws IOException {
        told("room.fields count: is gone", "fields: [id, count]", "fields: [id]");
    }

    @Test
    void whatARoomShowsItAsIsAnother() throws IOException {
        told("room.kind: was sale, is deal", "kind: sale", "kind: deal");
        told("room.to: was everybody, is moderators", "to: everybody", "to: moderators");
    }

    @Test
    void whatNobodyStumblesOverIsAllowed() throws IOException {
        assertEquals(List.of(), changed("    state:", "    more: { type: string, maxLength: 9 }\n    state:"));
        assertEquals(List.of(), changed("maxLength: 40", "maxLength: 80"));
        assertEquals(List.of(), changed("fields: [id, count]", "fields: [id, count, state]"));
    }

    private void told(String what, String part, String instead) throws IOException {
        assertEquals(List.of(what), changed(part, instead));
    }

    private List<String> changed(String part, String instead) throws IOException {
        var now = SCHEMA.replace(part, instead);
        if (now.equals(SCHEMA)) {
            throw new AssertionError("the schema does not hold " + part);
        }
        return new AHouse(root).event(SCHEMA, now);
    }
}
