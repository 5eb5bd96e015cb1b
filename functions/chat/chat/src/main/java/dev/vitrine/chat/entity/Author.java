package dev.vitrine.chat.entity;

import java.util.Objects;

/// Who speaks, as the others see them.
public record Author(Viewer viewer, String name, Role role) {
    public static final int LONGEST_NAME = 40;

    /// A longer name is cut: it comes from a token, and nobody could mend it here.
    public Author {
        Objects.requireNonNull(viewer, "viewer");
        Objects.requireNonNull(role, "role");
        if (name.codePointCount(0, name.length()) > LONGEST_NAME) {
            name = name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME));
        }
    }
}
