package dev.vitrine.platform.edge;

import java.util.Objects;
import java.util.Set;

/// Who asks, as the gateway's authorizer has verified.
///
/// @param subject the issuer's stable id of the person
/// @param name what viewers may read; the subject where the token carries no name
public record Caller(String subject, String name, Set<String> roles) {
    public static final String STREAMER = "streamer";
    public static final String OPERATOR = "operator";

    public Caller {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(name, "name");
        roles = Set.copyOf(roles);
    }

    public boolean is(String role) {
        return roles.contains(role);
    }

    public boolean isOperator() {
        return is(OPERATOR);
    }
}
