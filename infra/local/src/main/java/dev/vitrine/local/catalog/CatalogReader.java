package dev.vitrine.local.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/// The file as a whole: artefacts, functions, and what must hold between them.
final class CatalogReader {
    static final int VERSION = 1;
    static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    static final String NAME_RULE = "must be lower-case words joined by '-'";
    private static final Pattern SCHEMA = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    private final Path file;
    private final Path functions;
    private final Problems problems;

    CatalogReader(Path file, Path functions) {
        this.file = file;
        this.functions = functions.toAbsolutePath().normalize();
        this.problems = new Problems(file);
    }

    Catalog read() {
        var root = compose().allow("version", "artefacts", "functions");
        root.integer("version", VERSION, VERSION);
        var artefacts = artefacts(root.section("artefacts"));
        var functions = functions(root.section("functions"), artefacts);
        queuesAreOwnedOnce(root, functions);
        socketPathsAreOwnedOnce(root, functions);
        problems.refuse();
        return new Catalog(this.functions, artefacts, functions);
    }

    private Section compose() {
        try (var reader = Files.newBufferedReader(file)) {
            var node = new Yaml(new LoaderOptions()).compose(reader);
            if (node == null) {
                problems.add(1, "", "is empty");
                problems.refuse();
            }
            return Section.root(problems, node);
        } catch (MarkedYAMLException e) {
            problems.add(e.getProblemMark().getLine() + 1, "", "is not YAML: " + e.getProblem());
            problems.refuse();
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private Map<String, ArtefactSpec> artefacts(Section section) {
        var artefacts = new LinkedHashMap<String, ArtefactSpec>();
        for (var name : section.keys()) {
            named(section, name);
            var artefact = section.section(name).allow("schema");
            artefacts.put(
                    name,
                    new ArtefactSpec(
                            name, artefact.optionalText("schema", SCHEMA, "must be a PostgreSQL name in lower case")));
        }
        return artefacts;
    }

    private Map<String, FunctionSpec> functions(Section section, Map<String, ArtefactSpec> artefacts) {
        var functions = new LinkedHashMap<String, FunctionSpec>();
        var reader = new FunctionReader(this.functions, artefacts);
        for (var name : section.keys()) {
            named(section, name);
            reader.read(name, section.section(name)).ifPresent(function -> functions.put(name, function));
        }
        return functions;
    }

    private static void named(Section section, String name) {
        if (!NAME.matcher(name).matches()) {
            section.problem(name, NAME_RULE);
        }
    }

    private static void queuesAreOwnedOnce(Section root, Map<String, FunctionSpec> functions) {
        var owners = new HashMap<String, String>();
        for (var function : functions.values()) {
            var queue = queueOf(function);
            if (queue.isPresent()) {
                var earlier = owners.putIfAbsent(queue.get(), function.name());
                if (earlier != null) {
                    root.section("functions")
                            .section(function.name())
                            .section("trigger")
                            .problem("queue", "queue " + queue.get() + " already triggers " + earlier);
                }
            }
        }
    }

    private static void socketPathsAreOwnedOnce(Section root, Map<String, FunctionSpec> functions) {
        var owners = new HashMap<String, String>();
        for (var function : functions.values()) {
            if (function.trigger() instanceof Trigger.WebSocket(var path)) {
                var earlier = owners.putIfAbsent(path, function.name());
                if (earlier != null) {
                    root.section("functions")
                            .section(function.name())
                            .section("trigger")
                            .problem("webSocket", "path " + path + " already triggers " + earlier);
                }
            }
        }
    }

    private static Optional<String> queueOf(FunctionSpec function) {
        return switch (function.trigger()) {
            case Trigger.Queue queue -> Optional.of(queue.name());
            case Trigger.ObjectCreated _ -> Optional.of(QueueSpec.asyncName(function.name()));
            case Trigger.Http _ -> Optional.empty();
            case Trigger.WebSocket _ -> Optional.empty();
            case Trigger.Invoke _ -> Optional.empty();
            case Trigger.Timer _ -> Optional.empty();
        };
    }
}
