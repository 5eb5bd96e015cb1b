package dev.vitrine.local.doctor;

import dev.vitrine.local.catalog.ArtefactSpec;
import dev.vitrine.local.catalog.Catalog;
import dev.vitrine.local.catalog.FunctionSpec;
import dev.vitrine.local.catalog.InvalidCatalog;
import dev.vitrine.local.catalog.Use;
import dev.vitrine.local.doctor.Check.Finding;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What is there of each artefact of the registry and what it needs of this machine; what all of them need
/// of the database.
public final class CatalogChecks {
    private CatalogChecks() {}

    /// A check for each artefact and one for the database; one alone when the registry cannot be read.
    ///
    /// @param registry the file
    /// @param states what the launcher knows of each artefact's packages, as `current/optimised`; empty in
    ///     an archive, where a package that is not there is not made either
    /// @throws IllegalArgumentException when a state is none
    public static List<Check> all(Path registry, Map<String, String> states) {
        if (!Files.isRegularFile(registry)) {
            return List.of(Check.of(
                    "registry",
                    () -> new Finding.Problem(
                            "not at " + registry, "name the folder that holds functions/ with --home")));
        }
        try {
            return checks(Catalog.read(registry), states);
        } catch (InvalidCatalog invalid) {
            return List.of(Check.of(
                    "registry", () -> new Finding.Problem(String.join("; ", invalid.problems()), "mend " + registry)));
        }
    }

    private static List<Check> checks(Catalog catalog, Map<String, String> states) {
        var checks = new ArrayList<Check>();
        for (var artefact : catalog.artefacts().values()) {
            var state = states.get(artefact.name());
            var packages = state == null ? Packages.in(catalog.folderOf(artefact.name())) : Packages.told(state);
            checks.add(Check.of(artefact.name(), () -> look(catalog, artefact, packages, state != null)));
        }
        checks.add(Check.of("database", () -> database(catalog)));
        return List.copyOf(checks);
    }

    private static Finding look(Catalog catalog, ArtefactSpec artefact, Packages packages, boolean isBuiltHere) {
        var found = packages.words() + needs(catalog, artefact);
        return packages.missing() && !isBuiltHere
                ? new Finding.Problem(found, "unpack the archive again, or ./vitrine up where the sources are")
                : new Finding.Ok(found);
    }

    private static String needs(Catalog catalog, ArtefactSpec artefact) {
        var functions = functions(catalog, artefact).toList();
        var needs = new ArrayList<String>();
        var connections = connections(functions.stream());
        if (connections > 0) {
            needs.add(connections + " connections");
        }
        if (functions.stream().anyMatch(function -> function.uses().contains(Use.OBJECTS))) {
            artefact.buckets().forEach(bucket -> needs.add("bucket " + bucket));
        }
        if (functions.stream().anyMatch(function -> function.uses().contains(Use.INTERNET))) {
            needs.add("internet");
        }
        return needs.isEmpty() ? "" : "; needs " + String.join(", ", needs);
    }

    /// That they fit was checked when the registry was read.
    private static Finding database(Catalog catalog) {
        return new Finding.Ok(connections(catalog.functions().values().stream()) + " of " + catalog.connections()
                + " connections when every function runs as often as it may");
    }

    private static Stream<FunctionSpec> functions(Catalog catalog, ArtefactSpec artefact) {
        return catalog.functions().values().stream()
                .filter(function -> function.artefact().equals(artefact.name()));
    }

    private static int connections(Stream<FunctionSpec> functions) {
        return functions
                .mapToInt(function -> function.concurrency() * function.connections())
                .sum();
    }
}
