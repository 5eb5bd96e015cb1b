package dev.vitrine.rooms.boundary;

import io.quarkus.runtime.annotations.RegisterForReflection;

/// Where to push, and the key. Holds a secret: sealed where it is kept, never logged.
///
/// Registered for native executables: Jackson writes records through accessors that no code calls.
@RegisterForReflection
record StreamKeyDocument(String ingestUrl, String streamKey) {
    @Override
    public String toString() {
        return "StreamKeyDocument[ingestUrl=" + ingestUrl + ", streamKey=***]";
    }
}
