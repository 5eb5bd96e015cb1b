package dev.vitrine.chat.entity;

import dev.vitrine.model.VisibleText;
import java.util.Objects;

/// Who speaks, as the others see them.
public record Author(Viewer viewer, String name, Role role) {
    public static final int LONGEST_NAME = 40;

    /// A name is mended by the rule of `VisibleText`: it comes from a token, or was kept under older rules.
    /// Empty where its person was erased.
    public Author {
        Objects.requireNonNull(viewer, "viewer");
        Objects.requireNonNull(role, "role");
        name = VisibleText.name(LONGEST_NAME, name);
    }
}
