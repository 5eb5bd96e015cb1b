package dev.vitrine.sound.control;

/// A use case.
public class Greet {
    public String run() {
        return "Welcome";
    }
}
