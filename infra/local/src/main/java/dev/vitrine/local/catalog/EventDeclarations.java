package dev.vitrine.local.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/// Every event type that a capability declares: `<capability>/events/src/main/events/*.yaml` in the source tree,
/// `<capability>/events/*.yaml` in an archive. What is wrong inside of one is told by the build that makes code of it.
final class EventDeclarations {
    private static final String FILES = "*.yaml";

    private final Map<String, EventDeclaration> byType = new LinkedHashMap<>();
    private final Path functions;
    private final Problems problems;

    private EventDeclarations(Path functions, Problems problems) {
        this.functions = functions;
        this.problems = problems;
    }

    /// @param problems also takes a file that is no declaration, and a type that is declared twice
    static EventDeclarations below(Path functions, Problems problems) {
        var declarations = new EventDeclarations(functions, problems);
        for (var capability : sorted(functions, "*")) {
            var events = capability.resolve("events");
            for (var folder : List.of(events.resolve("src/main/events"), events)) {
                sorted(folder, FILES).forEach(file -> declarations.read(name(capability), file));
            }
        }
        return declarations;
    }

    List<EventDeclaration> all() {
        return List.copyOf(byType.values());
    }

    Optional<EventDeclaration> of(String type) {
        return Optional.ofNullable(byType.get(type));
    }

    private void read(String capability, Path file) {
        try (var reader = Files.newBufferedReader(file)) {
            var document = new Yaml(new SafeConstructor(new LoaderOptions())).load(reader);
            if (!(document instanceof Map<?, ?> fields) || !(fields.get("type") instanceof String type)) {
                problems.add(file, 1, "type", "is missing");
                return;
            }
            var declared = new EventDeclaration(type, capability, file, room(fields.get("room")));
            var earlier = byType.putIfAbsent(type, declared);
            if (earlier != null) {
                problems.add(file, 1, "type", type + " is already declared by " + functions.relativize(earlier.file()));
            }
        } catch (MarkedYAMLException e) {
            problems.add(file, e.getProblemMark().getLine() + 1, "", "is not YAML: " + e.getProblem());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static Map<String, Object> room(Object declared) {
        var room = new LinkedHashMap<String, Object>();
        if (declared instanceof Map<?, ?> fields) {
            fields.forEach((name, value) -> room.put(String.valueOf(name), value));
        }
        return room;
    }

    private static List<Path> sorted(Path folder, String glob) {
        var found = new ArrayList<Path>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, glob)) {
                entries.forEach(found::add);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + folder, e);
            }
        }
        return found.stream().sorted().toList();
    }

    private static String name(Path folder) {
        return folder.getFileName().toString();
    }
}
