package dev.vitrine.platform.edge;

import dev.vitrine.model.ProblemType;
import java.util.Objects;
import java.util.Set;

/// Who asks, as the gateway's authorizer has verified.
///
/// @param subject the issuer's stable id of the person
/// @param name what viewers may read; the subject where the token carries no name
public record Caller(String subject, String name, Set<String> roles) {
    public static final String STREAMER = "streamer";
    public static final String OPERATOR = "operator";
    public static final String AUDITOR = "auditor";

    public Caller {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(name, "name");
        roles = Set.copyOf(roles);
    }

    public boolean is(String role) {
        return roles.contains(role);
    }

    /// @return this caller
    /// @throws Problem 403 for anybody else
    public Caller require(String role) {
        if (!is(role)) {
            throw new Problem(ProblemType.FORBIDDEN, "This needs the role " + role + ".");
        }
        return this;
    }

    public boolean isOperator() {
        return is(OPERATOR);
    }
}
