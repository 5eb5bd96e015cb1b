package dev.vitrine.rooms.entity;

import java.util.Optional;
import java.util.Set;

/// Which rooms a list shows.
///
/// @param states empty means all but cancelled ones
public record RoomFilter(
        Set<StateName> states, Optional<RoomKind> kind, Optional<String> tag, Optional<String> streamerId) {
    public RoomFilter {
        states = Set.copyOf(states);
    }
}
