package dev.vitrine.platform.knows;

import dev.vitrine.sound.control.Greet;

/// A piece of the platform that knows a capability.
public class Capability {
    public String greet() {
        return new Greet().run();
    }
}
