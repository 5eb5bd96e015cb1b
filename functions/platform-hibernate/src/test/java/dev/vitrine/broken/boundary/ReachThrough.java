package dev.vitrine.broken.boundary;

import dev.vitrine.broken.store.Things;

/// A trigger that goes past its use case.
public class ReachThrough {
    public boolean run() {
        return new Things().find();
    }
}
