package dev.vitrine.rooms.entity;

import java.util.Optional;

/// What to change of a room; what is absent stays.
///
/// @param clearCover takes the cover away
public record RoomEdit(
        Optional<Title> title,
        Optional<Description> description,
        Optional<CoverUrl> cover,
        boolean clearCover,
        Optional<Tags> tags,
        Optional<RoomKind> kind,
        Optional<StartTime> startsAt) {

    boolean touchesPlan() {
        return kind.isPresent() || startsAt.isPresent();
    }
}
