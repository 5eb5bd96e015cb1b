package dev.vitrine.local.catalog;

import java.nio.file.Path;
import java.util.Map;

/// An event type as its capability declares it.
///
/// @param room what a room shows of it; empty if no room does
public record EventDeclaration(String type, String capability, Path file, Map<String, Object> room) {
    public boolean shown() {
        return !room.isEmpty();
    }
}
