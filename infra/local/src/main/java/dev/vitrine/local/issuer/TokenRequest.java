package dev.vitrine.local.issuer;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What a token shall say.
record TokenRequest(String subject, String name, List<String> roles, Duration lifetime) {
    static final int MAX_SUBJECT = 128;
    static final int MAX_NAME = 120;
    static final int MAX_SECONDS = 86_400;
    static final int DEFAULT_SECONDS = 3_600;
    private static final Set<String> FIELDS = Set.of("subject", "name", "roles", "expiresInSeconds");

    /// @param known the roles that a token may name
    /// @throws IllegalArgumentException naming the field and what is allowed
    static TokenRequest parse(JsonNode json, Set<String> known) {
        if (!json.isObject()) {
            throw new IllegalArgumentException("the body must be a JSON object");
        }
        json.fieldNames().forEachRemaining(field -> {
            if (!FIELDS.contains(field)) {
                throw new IllegalArgumentException(field + ": unknown field");
            }
        });
        var subject = text(json, "subject", MAX_SUBJECT);
        var name = json.has("name") ? text(json, "name", MAX_NAME) : subject;
        return new TokenRequest(subject, name, roles(json.path("roles"), known), lifetime(json));
    }

    private static String text(JsonNode json, String field, int max) {
        var value = json.path(field);
        if (!value.isTextual()
                || value.textValue().isBlank()
                || value.textValue().length() > max) {
            throw new IllegalArgumentException(field + ": must be 1 to " + max + " characters");
        }
        return value.textValue();
    }

    private static List<String> roles(JsonNode json, Set<String> known) {
        var roles = new LinkedHashSet<String>();
        if (!json.isMissingNode() && !json.isArray()) {
            throw new IllegalArgumentException("roles: must be a list");
        }
        for (var role : json) {
            if (!known.contains(role.asText())) {
                throw new IllegalArgumentException("roles: must be of " + String.join(", ", known));
            }
            roles.add(role.asText());
        }
        return new ArrayList<>(roles);
    }

    private static Duration lifetime(JsonNode json) {
        var seconds = json.path("expiresInSeconds");
        if (seconds.isMissingNode()) {
            return Duration.ofSeconds(DEFAULT_SECONDS);
        }
        if (!seconds.isIntegralNumber() || !seconds.canConvertToInt() || outside(seconds.intValue())) {
            throw new IllegalArgumentException("expiresInSeconds: must be a whole number, 1 to " + MAX_SECONDS);
        }
        return Duration.ofSeconds(seconds.intValue());
    }

    private static boolean outside(int seconds) {
        return seconds < 1 || seconds > MAX_SECONDS;
    }
}
