package dev.vitrine.broken.boundary;

import dev.vitrine.sound.control.Greet;

/// A trigger that calls another capability.
public class KnowAnother {
    public String run() {
        return new Greet().run();
    }
}
