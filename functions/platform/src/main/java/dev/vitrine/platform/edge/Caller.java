package dev.vitrine.platform.edge;

import dev.vitrine.model.ProblemType;
import dev.vitrine.model.VisibleText;
import java.util.Objects;
import java.util.Set;

/// Who asks or speaks, as a verified token says.
///
/// @param subject the issuer's stable id of the person
/// @param name what others may read: a line of at most 40 characters by the rule of `VisibleText`; the
///     subject where the token carries no name, or one that nobody sees
public record Caller(String subject, String name, Set<String> roles) {
    public static final String STREAMER = "streamer";
    public static final String OPERATOR = "operator";
    public static final String AUDITOR = "auditor";

    private static final int LONGEST_NAME = 40;

    public Caller {
        Objects.requireNonNull(subject, "subject");
        // a name is mended, not refused: it comes from a token, and nobody could mend it here
        name = VisibleText.name(LONGEST_NAME, Objects.requireNonNull(name, "name"));
        if (name.isEmpty()) {
            name = VisibleText.name(LONGEST_NAME, subject);
        }
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
