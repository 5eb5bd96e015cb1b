package dev.vitrine.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.Yaml;

/// Every table is declared in its capability's `personal-data.yaml`, as personal or impersonal; a
/// capability that keeps personal data hears that somebody is to be erased and answers, or says why
/// not.
public final class PersonalDataRules {
    static final String REQUEST = "dev.vitrine.profile.erasure-requested.v1";
    private static final String REGISTER = "personal-data.yaml";
    private static final Pattern TABLE =
            Pattern.compile("^create (?:unlogged )?table (?:if not exists )?([a-z_]+)", Pattern.MULTILINE);

    private PersonalDataRules() {}

    /// @param root of the project
    /// @return what is wrong, in sentences; nothing when nothing is
    public static List<String> broken(Path root) {
        var functions = root.resolve("functions");
        var catalog = yaml(functions.resolve("catalog.yaml"));
        var broken = new ArrayList<String>();
        for (var capability : folders(functions)) {
            var tables = tables(capability);
            if (!tables.isEmpty()) {
                check(capability, tables, catalog, broken);
            }
        }
        return List.copyOf(broken);
    }

    private static void check(Path capability, TreeSet<String> tables, JsonNode catalog, List<String> broken) {
        var name = capability.getFileName().toString();
        var file = capability.resolve(REGISTER);
        if (!Files.exists(file)) {
            broken.add(name + " has tables and no " + REGISTER);
            return;
        }
        var register = yaml(file);
        var personal = new TreeSet<String>();
        register.path("personal").fieldNames().forEachRemaining(personal::add);
        var impersonal = new TreeSet<String>();
        register.path("impersonal").forEach(table -> impersonal.add(table.asText()));
        for (var table : tables) {
            if (personal.contains(table) == impersonal.contains(table)) {
                broken.add(name + ": the table " + table + " is declared "
                        + (personal.contains(table) ? "personal and impersonal" : "neither personal nor impersonal"));
            }
        }
        personal.addAll(impersonal);
        personal.removeAll(tables);
        personal.forEach(table -> broken.add(name + ": there is no table " + table));
        answers(name, register, catalog, broken);
    }

    private static void answers(String name, JsonNode register, JsonNode catalog, List<String> broken) {
        var answer = register.path("answers").asText();
        if (register.path("personal").isEmpty() || register.has("without")) {
            return;
        }
        for (var function : catalog.path("functions")) {
            var artefact = function.path("artefact").asText();
            var of = catalog.path("artefacts").path(artefact).path("capability").asText(artefact);
            if (of.equals(name) && hears(function) && publishes(function, answer)) {
                return;
            }
        }
        broken.add(name + " keeps personal data, and no function of it hears " + REQUEST + " and answers "
                + (answer.isEmpty() ? "it" : answer));
    }

    private static boolean hears(JsonNode function) {
        for (var subscribed : function.path("subscribes")) {
            if (subscribed.path("event").asText().equals(REQUEST)) {
                return true;
            }
        }
        return false;
    }

    private static boolean publishes(JsonNode function, String answer) {
        for (var published : function.path("publishes")) {
            if (!answer.isEmpty() && published.asText().equals(answer)) {
                return true;
            }
        }
        return false;
    }

    /// What the migrations of all artefacts of a capability make.
    private static TreeSet<String> tables(Path capability) {
        var tables = new TreeSet<String>();
        for (var artefact : folders(capability)) {
            var migrations = artefact.resolve("src/main/resources/db");
            if (Files.isDirectory(migrations)) {
                try (var files = Files.walk(migrations)) {
                    files.filter(file -> file.toString().endsWith(".sql"))
                            .forEach(file ->
                                    TABLE.matcher(text(file)).results().forEach(found -> tables.add(found.group(1))));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return tables;
    }

    private static List<Path> folders(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode yaml(Path file) {
        try {
            // Jackson reads trees and leaves anchors alone
            return new YAMLMapper().valueToTree(new Yaml().load(text(file)));
        } catch (IllegalArgumentException unread) {
            throw new IllegalStateException(file + " cannot be read", unread);
        }
    }
}
