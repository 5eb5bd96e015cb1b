package dev.vitrine.local.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/// The file as a whole: artefacts, functions, and what must hold between them.
final class CatalogReader {
    static final int VERSION = 2;
    static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    static final String NAME_RULE = "must be lower-case words joined by '-'";
    /// What PostgreSQL itself takes when it is told nothing.
    static final int DEFAULT_CONNECTIONS = 100;

    static final int MIN_CONNECTIONS = 20;
    static final int MAX_CONNECTIONS = 5_000;
    private static final Pattern SENTENCE = Pattern.compile(".{1,200}");

    private final Path file;
    private final Path functions;
    private final Problems problems;

    CatalogReader(Path file, Path functions) {
        this.file = file;
        this.functions = functions.toAbsolutePath().normalize();
        this.problems = new Problems(file);
    }

    Catalog read() {
        var root = compose().allow("version", "roles", "database", "artefacts", "functions");
        root.integer("version", VERSION, VERSION);
        var roles = roles(root);
        var connections = connections(root);
        var declarations = EventDeclarations.below(functions, problems);
        var artefacts = artefacts(root.section("artefacts"));
        var functions = functions(root.section("functions"), artefacts, declarations);
        new Relations(root, functions).check(connections);
        declaredEventsAreTold(declarations, artefacts, functions);
        problems.refuse();
        return new Catalog(this.functions, roles, connections, artefacts, functions, declarations.all());
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

    private static Map<String, String> roles(Section root) {
        var roles = new LinkedHashMap<String, String>();
        if (root.has("roles")) {
            var section = root.section("roles");
            for (var role : section.keys()) {
                named(section, role);
                roles.put(role, section.text(role, SENTENCE, "must be a sentence of 1 to 200 characters"));
            }
        }
        return roles;
    }

    private static int connections(Section root) {
        if (!root.has("database")) {
            return DEFAULT_CONNECTIONS;
        }
        return root.section("database")
                .allow("connections")
                .optionalInteger("connections", MIN_CONNECTIONS, MAX_CONNECTIONS, DEFAULT_CONNECTIONS);
    }

    private static Map<String, ArtefactSpec> artefacts(Section section) {
        var artefacts = new LinkedHashMap<String, ArtefactSpec>();
        var schemas = new LinkedHashMap<String, String>();
        for (var name : section.keys()) {
            named(section, name);
            var artefact = ArtefactReader.read(name, section.section(name));
            artefacts.put(name, artefact);
            artefact.schema().ifPresent(schema -> {
                var earlier = schemas.putIfAbsent(schema, name);
                if (earlier != null) {
                    section.section(name).problem("schema", "schema " + schema + " already belongs to " + earlier);
                }
            });
        }
        return artefacts;
    }

    private Map<String, FunctionSpec> functions(
            Section section, Map<String, ArtefactSpec> artefacts, EventDeclarations declarations) {
        var functions = new LinkedHashMap<String, FunctionSpec>();
        var reader = new FunctionReader(this.functions, artefacts, declarations);
        for (var name : section.keys()) {
            named(section, name);
            reader.read(name, section.section(name)).ifPresent(function -> functions.put(name, function));
        }
        return functions;
    }

    /// A capability that runs tells all that it declares: a type that was forgotten would be dropped in silence.
    private void declaredEventsAreTold(
            EventDeclarations declarations, Map<String, ArtefactSpec> artefacts, Map<String, FunctionSpec> functions) {
        var told = functions.values().stream()
                .flatMap(function -> function.publishes().stream())
                .collect(Collectors.toSet());
        var running = functions.values().stream()
                .map(function -> artefacts.get(function.artefact()))
                .filter(Objects::nonNull)
                .map(ArtefactSpec::capability)
                .collect(Collectors.toSet());
        for (var event : declarations.all()) {
            if (running.contains(event.capability()) && !told.contains(event.type())) {
                problems.add(event.file(), 1, "type", event.type() + " is published by no function");
            }
        }
    }

    private static void named(Section section, String name) {
        if (!NAME.matcher(name).matches()) {
            section.problem(name, NAME_RULE);
        }
    }
}
