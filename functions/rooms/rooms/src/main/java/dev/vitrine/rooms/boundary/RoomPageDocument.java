package dev.vitrine.rooms.boundary;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/// A page of rooms as the contract shows it.
///
/// Registered for native executables: Jackson writes records through accessors that no code calls.
///
/// @param nextCursor null on the last page
@RegisterForReflection
record RoomPageDocument(List<RoomDocument> items, String nextCursor) {}
