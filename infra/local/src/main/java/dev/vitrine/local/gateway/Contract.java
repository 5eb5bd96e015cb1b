package dev.vitrine.local.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// What the gateway needs of an OpenAPI contract: paths, methods, and whether an operation is open (`security:
/// []`).
final class Contract {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head");

    private Contract() {}

    static List<Route> read(Path file, String function) {
        var routes = new ArrayList<Route>();
        var document = document(file);
        var securedByDefault = secured(document, false);
        for (var path : mapping(file, "paths", document.get("paths")).entrySet()) {
            for (var operation : mapping(file, path.getKey(), path.getValue()).entrySet()) {
                if (METHODS.contains(operation.getKey())) {
                    var name = path.getKey() + "." + operation.getKey();
                    var details = mapping(file, name, operation.getValue());
                    if (!(details.get("operationId") instanceof String)) {
                        throw new IllegalStateException(file + ": paths." + name + ": operationId is missing");
                    }
                    routes.add(new Route(
                            operation.getKey().toUpperCase(Locale.ROOT),
                            path.getKey(),
                            function,
                            secured(details, securedByDefault)));
                }
            }
        }
        return routes;
    }

    /// The names of headers that an operation takes, in lower case.
    static Set<String> sent(Path file) {
        var names = new TreeSet<String>();
        parameters(document(file), names);
        return names;
    }

    private static void parameters(Object node, Set<String> names) {
        if (node instanceof Map<?, ?> map) {
            if ("header".equals(map.get("in")) && map.get("name") instanceof String name) {
                names.add(name.toLowerCase(Locale.ROOT));
            }
            map.values().forEach(each -> parameters(each, names));
        } else if (node instanceof List<?> list) {
            list.forEach(each -> parameters(each, names));
        }
    }

    /// The names of headers that an answer bears, in lower case.
    static Set<String> told(Path file) {
        var names = new TreeSet<String>();
        headers(document(file), names);
        return names;
    }

    private static void headers(Object node, Set<String> names) {
        if (node instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                if (key.equals("headers") && value instanceof Map<?, ?> headers) {
                    headers.keySet().forEach(name -> names.add(name.toString().toLowerCase(Locale.ROOT)));
                }
                headers(value, names);
            });
        } else if (node instanceof List<?> list) {
            list.forEach(each -> headers(each, names));
        }
    }

    private static boolean secured(Map<String, Object> element, boolean otherwise) {
        return element.get("security") instanceof List<?> requirements ? !requirements.isEmpty() : otherwise;
    }

    private static Map<String, Object> document(Path file) {
        try (var reader = Files.newBufferedReader(file)) {
            return mapping(file, "", new Yaml(new SafeConstructor(new LoaderOptions())).load(reader));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> mapping(Path file, String name, Object value) {
        if (value instanceof Map<?, ?> map && map.keySet().stream().allMatch(String.class::isInstance)) {
            return (Map<String, Object>) map;
        }
        throw new IllegalStateException(file + ": " + name + " must be a mapping");
    }
}
