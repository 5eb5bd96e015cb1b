package dev.vitrine.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/// What the house's contracts have clients send, and what they have them read: OpenAPI, AsyncAPI, and
/// functions that are called by name, whose contract is a JSON Schema with `Request` and `Answer`.
final class Contracts {
    private static final List<String> METHODS = List.of("get", "put", "post", "delete", "patch", "head");

    private Contracts() {}

    /// Each body, message or payload that clients send, by its place.
    static Map<String, Place> sent(Path root) {
        var sent = new TreeMap<String, Place>();
        each(root, (name, document) -> {
            operations(name, document, (place, operation) -> bodies(place, operation.at("requestBody"), sent));
            messages(name, document, "receive", sent);
            definition(name, document, "Request", sent);
        });
        return sent;
    }

    /// Each body, message or payload that clients read, by its place.
    static Map<String, Place> told(Path root) {
        var told = new TreeMap<String, Place>();
        each(root, (name, document) -> {
            operations(name, document, (place, operation) -> operation
                    .members("responses")
                    .forEach((status, answer) -> bodies(place + " " + status, answer, told)));
            messages(name, document, "send", told);
            definition(name, document, "Answer", told);
        });
        return told;
    }

    private static void each(Path root, BiConsumer<String, Place> look) {
        try (var capabilities = Files.list(root.resolve("functions"))) {
            var files = capabilities
                    .map(capability -> capability.resolve("contract"))
                    .filter(Files::isDirectory)
                    .flatMap(Contracts::files)
                    .filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
            var documents = new Documents();
            files.forEach(file -> look.accept(root.relativize(file).toString(), documents.open(file)));
        } catch (IOException unread) {
            throw new UncheckedIOException(unread);
        }
    }

    private static Stream<Path> files(Path folder) {
        try (var files = Files.list(folder)) {
            return files.toList().stream();
        } catch (IOException unread) {
            throw new UncheckedIOException(unread);
        }
    }

    private static void operations(String name, Place document, BiConsumer<String, Place> look) {
        document.members("paths").forEach((path, operations) -> {
            for (var method : METHODS) {
                if (operations.node().has(method)) {
                    look.accept(name + " " + method + " " + path, operations.at(method));
                }
            }
        });
    }

    private static void bodies(String place, Place holder, Map<String, Place> found) {
        holder.members("content").forEach((type, content) -> {
            if (content.node().has("schema")) {
                found.put(place + " " + type, content.at("schema"));
            }
        });
    }

    private static void messages(String name, Place document, String action, Map<String, Place> found) {
        document.members("operations").forEach((operation, described) -> {
            if (described.text("action").equals(action)) {
                AsyncApiChange.messages(described)
                        .forEach((message, each) -> found.put(name + " " + message, each.at("payload")));
            }
        });
    }

    private static void definition(String name, Place document, String definition, Map<String, Place> found) {
        var definitions = document.members("$defs");
        if (definitions.containsKey(definition)) {
            found.put(name + " " + definition, definitions.get(definition));
        }
    }
}
