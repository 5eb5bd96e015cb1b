package dev.vitrine.broken.control;

import dev.vitrine.broken.store.Things;
import dev.vitrine.platform.edge.HttpAnswer;

/// A use case that speaks HTTP.
public class Decide {
    public boolean again() {
        return new Things().find();
    }

    public boolean run() {
        return HttpAnswer.noContent().body().isEmpty();
    }
}
