package dev.vitrine.platform.token;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;

/// Who holds a token that is good.
///
/// @param name as others may see it; the subject where the token has none
/// @param until when the token ends
public record Holder(String subject, String name, Set<String> roles, Instant until) {
    public Holder {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(until, "until");
        roles = Set.copyOf(roles);
    }

    public boolean is(String role) {
        return roles.contains(role);
    }
}
