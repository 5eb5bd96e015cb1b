package dev.vitrine.event.generator;

/// One field of an object, in its order on the wire.
record Field(String name, String description, Shape shape, boolean required) {}
