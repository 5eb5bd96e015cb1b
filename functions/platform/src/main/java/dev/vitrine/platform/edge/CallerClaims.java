package dev.vitrine.platform.edge;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads a caller out of verified claims. HTTP APIs hand every claim over as text: an array arrives as `[a b]`.
final class CallerClaims {
    /// OpenID Connect Core, 2: `sub` must not exceed 255 characters.
    private static final int LONGEST_SUBJECT = 255;

    private CallerClaims() {}

    static Optional<Caller> read(Map<String, String> claims) {
        var subject = claims.getOrDefault("sub", "");
        if (subject.isBlank() || subject.length() > LONGEST_SUBJECT) {
            return Optional.empty();
        }
        var name = claims.getOrDefault("name", "");
        return Optional.of(
                new Caller(subject, name.isBlank() ? subject : name, words(claims.getOrDefault("roles", ""))));
    }

    /// Accepts `[a b]`, `a b` and `["a","b"]`: issuers and gateways differ.
    private static Set<String> words(String claim) {
        var bare = claim.replaceAll("[\\[\\]\",]", " ").strip();
        return bare.isEmpty() ? Set.of() : Set.copyOf(List.of(bare.split("\\s+")));
    }
}
