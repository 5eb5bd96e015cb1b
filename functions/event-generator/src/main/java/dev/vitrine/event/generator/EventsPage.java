package dev.vitrine.event.generator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// The page that says what the events of a capability are: `README.md` beside its schemas' module.
public final class EventsPage {
    private static final String WRITE = "vitrine.events.page";
    private static final ObjectMapper JSON = new ObjectMapper();

    private EventsPage() {}

    /// Fails when the page is not what the schemas say, with the command that writes it.
    ///
    /// @param module a folder `functions/<capability>/events`
    public static void check(Path module) {
        try {
            var capability = module.getParent().getFileName().toString();
            var page = module.resolve("README.md");
            var text = of(capability, SchemaReader.folder(module.resolve("src/main/events")));
            if (System.getProperty(WRITE, "").equals("write")) {
                Files.writeString(page, text);
            }
            if (!Files.exists(page) || !Files.readString(page).equals(text)) {
                throw new AssertionError("functions/" + capability + "/events/README.md is not what its schemas say; "
                        + "./mvnw -q -pl functions/" + capability + "/events -am test -D" + WRITE + "=write mends it");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String of(String capability, List<EventSchema> schemas) {
        var page = new StringBuilder(
                "# Events of " + capability + "\n\n"
                        + "Made of the schemas in `src/main/events` ([their form](../../../docs/events.md)): change those, not this page.\n");
        schemas.forEach(schema -> page.append(section(schema)));
        return page.toString();
    }

    private static String section(EventSchema schema) {
        var text = new StringBuilder("\n## " + schema.type() + "\n\n" + schema.description() + " Subject: "
                + schema.subject() + ". Record: `" + schema.javaName() + "`.\n");
        schema.room().ifPresent(room -> text.append('\n').append(shown(room)).append('\n'));
        if (!schema.data().fields().isEmpty()) {
            text.append("\n| field | is | |\n| --- | --- | --- |\n").append(rows("", schema.data()));
        }
        text.append("\n```json\n").append(example(schema)).append("\n```\n");
        return text.toString();
    }

    private static String shown(Showing room) {
        var whom = room.person().map(field -> "the person in `" + field + "`").orElse(room.to());
        var how = room.as().equals("item")
                ? ""
                : room.ends() ? ", which ends the standing state of that kind" : ", as standing state";
        return "A room shows it as `" + room.kind() + "` to " + whom + " in the " + room.lane() + " lane" + how
                + (room.replay() ? ", and its replay, too" : "") + ": "
                + room.fields().stream().map(field -> "`" + field + "`").collect(Collectors.joining(", ")) + ".";
    }

    private static String rows(String path, Shape.Group group) {
        var rows = new StringBuilder();
        for (var field : group.fields()) {
            var absent = field.required() || field.shape() instanceof Shape.Many ? "" : ", may be absent";
            var name = path + field.name();
            rows.append("| `" + name + "` | " + words(field.shape()) + absent + " | " + field.description() + " |\n");
            if (field.shape() instanceof Shape.Group inner) {
                rows.append(rows(name + ".", inner));
            }
            if (field.shape() instanceof Shape.Many(Shape.Group inner, var _, var _, var _)) {
                rows.append(rows(name + "[].", inner));
            }
        }
        return rows.toString();
    }

    private static String words(Shape shape) {
        return switch (shape) {
            case Shape.Text(var shortest, var longest, var form, var known) ->
                "text of " + shortest + " to " + longest
                        + form.map(pattern -> ", `" + pattern.replace("|", "\\|") + "`")
                                .orElse("")
                        + (known.isEmpty() ? "" : "; today " + String.join(", ", known));
            case Shape.Choice(var _, var values) -> "one of " + String.join(", ", values);
            case Shape.Formed(var form) ->
                switch (form) {
                    case UUID -> "UUID";
                    case ROOM -> "id of a room";
                    case INSTANT -> "instant";
                    case DATE -> "date";
                    case URI -> "URI";
                    case CURRENCY -> "currency";
                };
            case Shape.Whole(var _, var least, var most) ->
                "whole number from " + least + (most >= Integer.MAX_VALUE ? "" : " to " + most);
            case Shape.Flag() -> "true or false";
            case Shape.Many(var element, var _, var most, var optional) ->
                "list of at most " + most + ": " + words(element) + (optional ? "; absent is empty" : "");
            case Shape.Group _ -> "object";
        };
    }

    private static String example(EventSchema schema) {
        try {
            JsonNode document = new YAMLMapper().readTree(schema.file().toFile());
            return JSON.writeValueAsString(document.path("examples").get(0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
