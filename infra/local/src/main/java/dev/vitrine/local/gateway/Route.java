package dev.vitrine.local.gateway;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One operation of a contract.
///
/// @param path the template, such as `/v1/rooms/{id}`
/// @param secured whether a token is needed
record Route(String method, String path, String function, boolean secured) {
    /// As API Gateway names routes: `POST /v1/rooms/{id}/end`.
    String key() {
        return method + " " + path;
    }

    /// The path parameters, decoded; empty if the path is another one.
    ///
    /// @throws IllegalArgumentException on a broken percent escape, or one of what is not UTF-8
    Optional<Map<String, String>> match(String rawPath) {
        var template = segments(path);
        var actual = segments(rawPath);
        if (template.size() != actual.size()) {
            return Optional.empty();
        }
        var parameters = new LinkedHashMap<String, String>();
        for (var i = 0; i < template.size(); i++) {
            var wanted = template.get(i);
            if (parameter(wanted) && !actual.get(i).isEmpty()) {
                parameters.put(wanted.substring(1, wanted.length() - 1), decoded(actual.get(i)));
            } else if (!wanted.equals(actual.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(parameters);
    }

    /// A route with fewer parameters is the better match: `/rooms/mine` before `/rooms/{id}`.
    long parameters() {
        return segments(path).stream().filter(Route::parameter).count();
    }

    private static boolean parameter(String segment) {
        return segment.startsWith("{") && segment.endsWith("}");
    }

    private static List<String> segments(String path) {
        return List.of(path.split("/", -1));
    }

    private static String decoded(String segment) {
        return Escapes.inPath(segment);
    }
}
