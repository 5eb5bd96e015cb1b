package dev.vitrine.local.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// The contracts of a folder of capabilities, each as one document: what it takes of another file is written out.
final class Contracts {
    private static final String REFERENCE = "$ref";

    private final Path functions;

    /// @param functions holds a folder for each capability
    Contracts(Path functions) {
        this.functions = functions.toAbsolutePath().normalize();
    }

    /// By name: `rooms` for its HTTP contract, `chat-socket` for what goes over sockets.
    Map<String, Path> files() {
        var found = new TreeMap<String, Path>();
        try (var capabilities = Files.list(functions)) {
            capabilities.forEach(capability -> {
                var name = capability.getFileName().toString();
                put(found, name, capability.resolve("contract/openapi.yaml"));
                put(found, name + "-socket", capability.resolve("contract/asyncapi.yaml"));
            });
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + functions, e);
        }
        return found;
    }

    private static void put(Map<String, Path> found, String name, Path file) {
        if (Files.isRegularFile(file)) {
            found.put(name, file);
        }
    }

    /// The document without references to other files.
    Optional<Map<String, Object>> document(String name) {
        return Optional.ofNullable(files().get(name)).map(file -> mapping(whole(read(file), file, file)));
    }

    static String yaml(Object document) {
        var options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setWidth(160);
        options.setAllowUnicode(true);
        return new Yaml(options).dump(document);
    }

    /// Everything is copied, so that nothing is written as an alias of another place.
    private Object whole(Object node, Path file, Path document) {
        return switch (node) {
            case Map<?, ?> map when leadsAway(map, file, document) -> followed(map, file, document);
            case Map<?, ?> map -> {
                var copy = new LinkedHashMap<String, Object>();
                map.forEach((key, value) -> copy.put(key.toString(), whole(value, file, document)));
                yield copy;
            }
            case List<?> list -> {
                var copy = new ArrayList<>();
                list.forEach(each -> copy.add(whole(each, file, document)));
                yield copy;
            }
            case null, default -> node;
        };
    }

    private static boolean leadsAway(Map<?, ?> map, Path file, Path document) {
        return map.get(REFERENCE) instanceof String reference && (!reference.startsWith("#") || !file.equals(document));
    }

    private Object followed(Map<?, ?> map, Path file, Path document) {
        var parts = map.get(REFERENCE).toString().split("#", 2);
        var target = parts[0].isEmpty() ? file : file.resolveSibling(parts[0]).normalize();
        if (!target.startsWith(functions)) {
            throw new IllegalStateException(file + ": " + parts[0] + " leads out of the contracts");
        }
        Object found = read(target);
        for (var name : parts[1].substring(1).split("/")) {
            found = mapping(found).get(name.replace("~1", "/").replace("~0", "~"));
        }
        var copy = mapping(whole(found, target, document));
        map.forEach((key, value) -> {
            if (!key.equals(REFERENCE)) {
                copy.put(key.toString(), whole(value, file, document));
            }
        });
        return copy;
    }

    private static Object read(Path file) {
        try (var reader = Files.newBufferedReader(file)) {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> mapping(Object node) {
        return (Map<String, Object>) node;
    }
}
