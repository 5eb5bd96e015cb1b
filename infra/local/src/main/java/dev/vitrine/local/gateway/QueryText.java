package dev.vitrine.local.gateway;

import java.util.LinkedHashMap;
import java.util.Map;

/// Query parameters of payload format 2.0: decoded, repeated ones joined by commas.
final class QueryText {
    private QueryText() {}

    /// @throws IllegalArgumentException on a broken percent escape, or one of what is not UTF-8
    static Map<String, String> parse(String raw) {
        var parameters = new LinkedHashMap<String, String>();
        for (var pair : raw.split("&")) {
            if (!pair.isEmpty()) {
                var equals = pair.indexOf('=');
                var name = equals < 0 ? pair : pair.substring(0, equals);
                var value = equals < 0 ? "" : pair.substring(equals + 1);
                parameters.merge(decoded(name), decoded(value), (first, next) -> first + "," + next);
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        return Escapes.inQuery(text);
    }
}
