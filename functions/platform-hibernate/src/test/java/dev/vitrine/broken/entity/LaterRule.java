package dev.vitrine.broken.entity;

import io.smallrye.mutiny.Uni;

/// A rule that does not answer at once.
public class LaterRule {
    public Uni<Boolean> holds() {
        return Uni.createFrom().item(true);
    }
}
