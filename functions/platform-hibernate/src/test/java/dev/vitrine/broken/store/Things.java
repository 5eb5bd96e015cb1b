package dev.vitrine.broken.store;

import dev.vitrine.broken.control.Decide;

/// A store that decides.
public class Things {
    public boolean find() {
        return new Decide().run();
    }
}
