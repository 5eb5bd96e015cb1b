package dev.vitrine.local;

/// A step of the start that leaves nothing running behind.
record Preparation(String name, Runnable step) implements Service {

    @Override
    public void start() {
        step.run();
    }

    @Override
    public void stop() {
        // it ran and is over
    }
}
