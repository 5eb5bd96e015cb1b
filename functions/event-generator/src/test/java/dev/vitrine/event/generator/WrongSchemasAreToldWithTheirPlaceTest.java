package dev.vitrine.event.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Each test spoils one line of a schema that is right.
class WrongSchemasAreToldWithTheirPlaceTest {
    private static final String SCHEMA = """
            type: dev.vitrine.shop.sold.v1
            description: Something was sold.
            subject: the room's id
            room: { kind: sale, fields: [count] }
            data:
              type: object
              required: [roomId, count]
              properties:
                roomId: { type: string, format: uuid, x-java: RoomId }
                count: { type: integer, minimum: 1 }
                note: { type: string, maxLength: 40 }
                tags: { type: array, maxItems: 3, default: [], items: { type: string, maxLength: 9 } }
            examples:
              - { roomId: 01900000-0000-7000-8000-000000000001, count: 1 }
            """;

    @TempDir
    Path folder;

    @Test
    void theRightOneIsRead() throws IOException {
        Files.writeString(folder.resolve("sold.v1.yaml"), SCHEMA);
        assertEquals("Sold", SchemaReader.folder(folder).getFirst().javaName());
    }

    @Test
    void aFileHasTheNameOfItsType() throws IOException {
        told(
                "sold.v1.yaml:1: type: stands in a file that must be called bought.v1.yaml or shop-bought.v1.yaml",
                "shop.sold.v1",
                "shop.bought.v1");
        told(
                "sold.v1.yaml:1: type: must look like dev.vitrine.<thing>.<past-tense>.v<number>, is sold",
                "dev.vitrine.shop.sold.v1",
                "sold");
    }

    @Test
    void keysThatMeanNothingAreRefused() throws IOException {
        told(
                "sold.v1.yaml:10: data.properties.count.minimun: is not known; known here: type, description, format, minimum, maximum",
                "minimum: 1",
                "minimun: 1");
        told(
                "sold.v1.yaml:2: descripton: is not known; known here: type, description, subject, room, data, examples",
                "description:",
                "descripton:");
    }

    @Test
    void everythingHasBounds() throws IOException {
        told("sold.v1.yaml:11: data.properties.note.maxLength: is missing", ", maxLength: 40", "");
        told("sold.v1.yaml:10: data.properties.count.minimum: is missing", ", minimum: 1", "");
        told("sold.v1.yaml:12: data.properties.tags.maxItems: is missing", "maxItems: 3, ", "");
    }

    @Test
    void aTypeIsOneOfThoseThatEventsUse() throws IOException {
        told(
                "sold.v1.yaml:10: data.properties.count.type: must be string, integer, boolean, array or object, is number",
                "type: integer",
                "type: number");
        told(
                "sold.v1.yaml:9: data.properties.roomId.format: must be uuid, date-time, date or uri, is email",
                "format: uuid, x-java: RoomId",
                "format: email");
        told(
                "sold.v1.yaml:9: data.properties.roomId.x-java: must be RoomId or Currency, is Room",
                "x-java: RoomId",
                "x-java: Room");
    }

    @Test
    void whatIsRequiredIsThere() throws IOException {
        told(
                "sold.v1.yaml:7: data.required: price is none of the properties",
                "[roomId, count]",
                "[roomId, count, price]");
    }

    @Test
    void aListIsNeverAbsentInJava() throws IOException {
        told("sold.v1.yaml:12: data.properties.tags: a list is required, or it has `default: []`", "default: [], ", "");
    }

    @Test
    void wordsOfJavaAreNoFields() throws IOException {
        told(
                "sold.v1.yaml:11: data.properties.class: a field must look like [a-z][a-zA-Z0-9]{0,39} and be no word that Java uses",
                "note:",
                "class:");
        told(
                "sold.v1.yaml:11: data.properties.type: a field must look like [a-z][a-zA-Z0-9]{0,39} and be no word that Java uses",
                "    note:",
                "    type:");
    }

    @Test
    void aRoomShowsFieldsThatAreThere() throws IOException {
        told("sold.v1.yaml:4: room.fields: price is no field of data", "[count]", "[price]");
        told("sold.v1.yaml:4: room.fields: must name what viewers may read", ", fields: [count]", "");
        told(
                "sold.v1.yaml:4: room.kind: a room shows only events whose data has a required field roomId (x-java: RoomId)",
                "required: [roomId, count]",
                "required: [count]");
    }

    @Test
    void aRoomSaysToWhom() throws IOException {
        told(
                "sold.v1.yaml:4: room.to: must be one of everybody, moderators, person, is friends",
                "kind: sale",
                "kind: sale, to: friends");
        told(
                "sold.v1.yaml:4: room.person: names the field that says who, with `to: person` and only then",
                "kind: sale",
                "kind: sale, to: person");
        told(
                "sold.v1.yaml:4: room.person: must be a required field of data, is note",
                "kind: sale",
                "kind: sale, to: person, person: note");
        told("sold.v1.yaml:4: room.ends: goes with `as: state` only", "kind: sale", "kind: sale, ends: true");
    }

    @Test
    void anExampleIsThere() throws IOException {
        told(
                "sold.v1.yaml:13: examples: must hold one at least: they are golden tests",
                "examples:\n  - { roomId: 01900000-0000-7000-8000-000000000001, count: 1 }",
                "examples: []");
    }

    @Test
    void whatIsNoYamlIsToldWithItsLine() throws IOException {
        told("sold.v1.yaml:5: is no YAML: expected ',' or '}', but got <scalar>", "[count] }", "[count] ");
    }

    @Test
    void aFolderWithoutSchemasIsRefused() {
        var refusal = assertThrows(InvalidSchema.class, () -> SchemaReader.folder(folder));
        assertEquals(folder + ": holds no schema (*.yaml)", refusal.getMessage());
    }

    private void told(String message, String part, String instead) throws IOException {
        var wrong = SCHEMA.replace(part, instead);
        if (wrong.equals(SCHEMA)) {
            throw new AssertionError("the schema does not hold " + part);
        }
        Files.writeString(folder.resolve("sold.v1.yaml"), wrong);
        var refusal = assertThrows(InvalidSchema.class, () -> SchemaReader.folder(folder));
        assertEquals(message, refusal.getMessage().replace(folder + "/", ""));
    }
}
