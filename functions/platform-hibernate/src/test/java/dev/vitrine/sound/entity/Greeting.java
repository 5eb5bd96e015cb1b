package dev.vitrine.sound.entity;

import dev.vitrine.model.RoomId;

/// A rule.
public record Greeting(RoomId room) {
    public String text() {
        return "Welcome to " + room;
    }
}
