package dev.vitrine.local.gateway;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.Collection;
import java.util.Date;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Claims as an HTTP API hands them to a function: every value a string, arrays as `[a b]`, objects as `map[k:v]`.
final class ClaimText {
    private static final long MILLIS_PER_SECOND = 1000;

    private ClaimText() {}

    static Map<String, String> of(JWTClaimsSet claims) {
        var texts = new TreeMap<String, String>();
        claims.getClaims().forEach((name, value) -> {
            if (value != null) {
                texts.put(name, name.equals("aud") ? audience(claims) : text(value));
            }
        });
        return texts;
    }

    /// The library makes a list of a single audience.
    private static String audience(JWTClaimsSet claims) {
        var audience = claims.getAudience();
        return audience.size() == 1 ? audience.getFirst() : text(audience);
    }

    private static String text(Object value) {
        return switch (value) {
            case null -> "";
            case Date date -> Long.toString(date.getTime() / MILLIS_PER_SECOND);
            case Collection<?> list -> list.stream().map(ClaimText::text).collect(Collectors.joining(" ", "[", "]"));
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .map(entry -> entry.getKey() + ":" + text(entry.getValue()))
                        .sorted()
                        .collect(Collectors.joining(" ", "map[", "]"));
            default -> value.toString();
        };
    }
}
