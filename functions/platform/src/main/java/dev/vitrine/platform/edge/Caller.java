package dev.vitrine.platform.edge;

import dev.vitrine.model.ProblemType;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/// Who asks or speaks, as a verified token says.
///
/// @param subject the issuer's stable id of the person
/// @param name what others may read: one line of at most 40 characters, without controls and without marks that change
///     the direction of what stands beside it; the subject where the token carries no name
public record Caller(String subject, String name, Set<String> roles) {
    public static final String STREAMER = "streamer";
    public static final String OPERATOR = "operator";
    public static final String AUDITOR = "auditor";

    /// Controls, line ends, halves of surrogates, and what turns the direction of text (UAX 9, 2).
    private static final Pattern UNSEEN = Pattern.compile(
            "[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\x{061C}\\x{200E}\\x{200F}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]");

    private static final int LONGEST_NAME = 40;

    public Caller {
        Objects.requireNonNull(subject, "subject");
        name = shown(Objects.requireNonNull(name, "name"));
        if (name.isEmpty()) {
            name = shown(subject);
        }
        roles = Set.copyOf(roles);
    }

    /// A name is mended, not refused: it comes from a token, and nobody could mend it here.
    private static String shown(String name) {
        var bare = UNSEEN.matcher(name).replaceAll("").strip();
        return bare.codePointCount(0, bare.length()) <= LONGEST_NAME
                ? bare
                : bare.substring(0, bare.offsetByCodePoints(0, LONGEST_NAME)).strip();
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
