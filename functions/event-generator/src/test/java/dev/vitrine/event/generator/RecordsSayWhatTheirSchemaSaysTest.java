package dev.vitrine.event.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vitrine.event.EventData;
import dev.vitrine.event.check.GoldenEvents;
import dev.vitrine.model.EventType;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A schema with everything that schemas may hold, compiled.
class RecordsSayWhatTheirSchemaSaysTest {
    private static final String EVERYTHING = """
            type: dev.vitrine.shop.sold.v%s
            description: Something was sold.
            subject: the order's id
            data:
              type: object
              required: [id, day, at, page, state, open, price, codes, lines]
              properties:
                id: { type: string, format: uuid }
                day: { type: string, format: date }
                at: { type: string, format: date-time }
                page: { type: string, format: uri }
                state: { type: string, enum: [NEW, SOLD] }
                open: { type: boolean }
                price:
                  type: object
                  required: [currency, minor]
                  properties:
                    currency: { type: string, enum: [COIN, CNY, USD, EUR, JPY], x-java: Currency }
                    minor: { type: integer, minimum: -9007199254740991, maximum: 9007199254740991 }
                codes: { type: array, maxItems: 3, minItems: 1, items: { type: string, maxLength: 9, pattern: '^[a-z"\\\\]*$' } }
                lines:
                  type: array
                  maxItems: 2
                  items:
                    type: object
                    title: Line
                    required: [goods]
                    properties:
                      goods: { type: string, maxLength: 9 }
                      kinds: { type: array, maxItems: 2, default: [], items: { type: string, title: Kind, enum: [BIG, SMALL] } }
                seen: { type: array, maxItems: 2, default: [], items: { type: string, format: date-time } }
                counts: { type: array, maxItems: 2, default: [], items: { type: integer, format: int32, minimum: 0 } }
                roomId: { type: string, format: uuid, x-java: RoomId }
                note: { type: string, minLength: 1, maxLength: 40, pattern: '^[a-z]+$' }
                count: { type: integer, format: int32, minimum: 1, maximum: 9 }
                gift: { type: boolean }
                address: { type: object, required: [city], properties: { city: { type: string, maxLength: 40 } } }
            examples:
              - id: 01900000-0000-7000-8000-000000000001
                day: '2026-01-31'
                at: 2026-01-31T12:00:00Z
                page: http://127.0.0.1/a
                state: NEW
                open: true
                price: { currency: EUR, minor: -1 }
                codes: [a]
                lines: [{ goods: x, kinds: [BIG] }]
                seen: [2026-01-31T12:00:00.001Z]
                counts: [1, 2]
                roomId: 01900000-0000-7000-8000-000000000002
                note: abc
                count: 3
                gift: false
                address: { city: 上海 }
              - id: 01900000-0000-7000-8000-000000000001
                day: '2026-01-31'
                at: 2026-01-31T12:00:00Z
                page: http://127.0.0.1/a
                state: SOLD
                open: false
                price: { currency: COIN, minor: 9007199254740991 }
                codes: [a, b, c]
                lines: []
                seen: []
                counts: []
            """;

    @TempDir
    Path folder;

    private Path schemas;
    private Path sources;

    @BeforeEach
    void twoVersions() throws IOException {
        schemas = Files.createDirectories(folder.resolve("schemas"));
        sources = folder.resolve("sources");
        Files.writeString(schemas.resolve("sold.v1.yaml"), EVERYTHING.formatted(1));
        Files.writeString(schemas.resolve("sold.v2.yaml"), EVERYTHING.formatted(2));
        GenerateSources.run(schemas, "shop", sources, folder.resolve("tests"));
    }

    @Test
    void everyShapeGoesInAndOut() throws Exception {
        compile();
        try (var classes = new URLClassLoader(
                new java.net.URL[] {folder.resolve("classes").toUri().toURL()})) {
            golden(classes, "sold.v1.yaml", "shop.Sold");
        }
    }

    @Test
    void versionsStandSideBySide() throws Exception {
        compile();
        try (var classes = new URLClassLoader(
                new java.net.URL[] {folder.resolve("classes").toUri().toURL()})) {
            golden(classes, "sold.v2.yaml", "shop.SoldV2");
        }
    }

    @Test
    void recordsOfSchemasThatWentAreDeleted() throws IOException {
        assertTrue(Files.exists(sources.resolve("shop/SoldV2.java")));
        Files.delete(schemas.resolve("sold.v2.yaml"));
        GenerateSources.run(schemas, "shop", sources, folder.resolve("tests"));
        assertFalse(Files.exists(sources.resolve("shop/SoldV2.java")));
    }

    @Test
    void aTypeHasOneSchema() throws IOException {
        Files.copy(schemas.resolve("sold.v1.yaml"), schemas.resolve("shop-sold.v1.yaml"));
        var refusal = assertThrows(
                InvalidSchema.class, () -> GenerateSources.run(schemas, "shop", sources, folder.resolve("tests")));
        assertTrue(refusal.getMessage().contains("another file"), refusal.getMessage());
    }

    private void compile() throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var units =
                    files.getJavaFileObjects(sources.resolve("shop/Sold.java"), sources.resolve("shop/SoldV2.java"));
            Files.createDirectories(folder.resolve("classes"));
            var options = java.util.List.of(
                    "-d", folder.resolve("classes").toString(), "-Xlint:all", "-Werror", "-proc:none");
            assertEquals(
                    true,
                    compiler.getTask(null, files, null, options, null, units).call());
        }
    }

    private void golden(ClassLoader classes, String file, String name) throws ReflectiveOperationException {
        var record = classes.loadClass(name);
        var reading = record.getMethod("of", JsonNode.class);
        var type = (EventType) record.getField("TYPE").get(null);
        var golden = GoldenEvents.of(schemas.resolve(file), type, data -> {
            try {
                return (EventData) reading.invoke(null, data);
            } catch (InvocationTargetException refused) {
                throw (RuntimeException) refused.getCause();
            } catch (IllegalAccessException e) {
                throw new AssertionError(e);
            }
        });
        golden.examplesComeOutAsTheyWentIn();
        golden.fieldsThatAreNotKnownAreLeftAlone();
        golden.recordAndSchemaRefuseTheSame();
    }
}
