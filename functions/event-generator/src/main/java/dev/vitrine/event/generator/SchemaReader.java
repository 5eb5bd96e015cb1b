package dev.vitrine.event.generator;

import dev.vitrine.model.EventType;
import dev.vitrine.model.InvalidValue;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/// Reads schema files.
public final class SchemaReader {
    private static final String ENDING = ".yaml";
    private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    private SchemaReader() {}

    /// All of a folder, by name.
    ///
    /// @throws InvalidSchema when the folder has none, or one is wrong
    public static List<EventSchema> folder(Path folder) {
        var schemas = files(folder).stream().map(SchemaReader::read).toList();
        if (schemas.isEmpty()) {
            throw new InvalidSchema(folder + ": holds no schema (*" + ENDING + ")");
        }
        return schemas;
    }

    /// @return nothing when there is no such folder
    public static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ENDING))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static EventSchema read(Path file) {
        try (Reader reader = Files.newBufferedReader(file)) {
            var document = new Yaml(new SafeConstructor(new LoaderOptions())).compose(reader);
            if (document == null) {
                throw new InvalidSchema(file + ":1: is empty");
            }
            return schema(file, new Section(file, "", document));
        } catch (MarkedYAMLException malformed) {
            var line = malformed.getProblemMark() == null
                    ? 1
                    : malformed.getProblemMark().getLine() + 1;
            throw new InvalidSchema(file + ":" + line + ": is no YAML: " + malformed.getProblem());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EventSchema schema(Path file, Section root) {
        root.allow("type", "description", "subject", "room", "data", "examples");
        var type = type(root);
        var name = javaName(file, root, type);
        var data = new ShapeReader().data(root.section("data"), name);
        if (root.count("examples") == 0) {
            throw root.problem("examples", "must hold one at least: they are golden tests");
        }
        var room = root.has("room") ? Optional.of(showing(root.section("room"), data)) : Optional.<Showing>empty();
        return new EventSchema(file, type, root.text("description"), root.text("subject"), room, data);
    }

    private static EventType type(Section root) {
        try {
            return new EventType(root.text("type"));
        } catch (InvalidValue refused) {
            throw root.problem("type", refused.allowed());
        }
    }

    /// The file is named after the type, with or without the thing: `went-live.v1.yaml` or `room-went-live.v1.yaml`.
    private static String javaName(Path file, Section root, EventType type) {
        var parts = type.value().split("\\.");
        var shorter = parts[3] + "." + parts[4] + ENDING;
        var longer = parts[2] + "-" + shorter;
        var name = file.getFileName().toString();
        if (!name.equals(shorter) && !name.equals(longer)) {
            throw root.problem("type", "stands in a file that must be called " + shorter + " or " + longer);
        }
        var version = parts[4].equals("v1") ? "" : parts[4].toUpperCase(java.util.Locale.ROOT);
        return Words.capitalised(name.substring(0, name.indexOf('.'))) + version;
    }

    private static Showing showing(Section room, Shape.Group data) {
        room.allow("kind", "to", "person", "lane", "as", "ends", "replay", "fields");
        var kind = room.text("kind");
        if (!KIND.matcher(kind).matches()) {
            throw room.problem("kind", "must look like " + KIND);
        }
        var where = field(data, "roomId");
        if (where.isEmpty()
                || !where.get().required()
                || !where.get().shape().equals(new Shape.Formed(Shape.Form.ROOM))) {
            throw room.problem(
                    "kind", "a room shows only events whose data has a required field roomId (x-java: RoomId)");
        }
        var to = room.word("to", "everybody", "moderators", "person");
        var person = room.optionalText("person");
        if (to.equals("person") != person.isPresent()) {
            throw room.problem("person", "names the field that says who, with `to: person` and only then");
        }
        person.filter(name -> field(data, name).filter(Field::required).isEmpty())
                .ifPresent(name -> {
                    throw room.problem("person", "must be a required field of data, is " + name);
                });
        var fields = room.texts("fields");
        if (fields.isEmpty()) {
            throw room.problem("fields", "must name what viewers may read");
        }
        for (var name : fields) {
            if (field(data, name).isEmpty()) {
                throw room.problem("fields", name + " is no field of data");
            }
        }
        var as = room.word("as", "item", "state");
        var ends = room.flag("ends", false);
        if (ends && !as.equals("state")) {
            throw room.problem("ends", "goes with `as: state` only");
        }
        var lane = room.word("lane", "ordinary", "priority");
        return new Showing(kind, to, person, lane, as, ends, room.flag("replay", false), fields);
    }

    private static Optional<Field> field(Shape.Group data, String name) {
        return data.fields().stream().filter(field -> field.name().equals(name)).findFirst();
    }
}
