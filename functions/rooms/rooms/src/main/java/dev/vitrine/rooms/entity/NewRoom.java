package dev.vitrine.rooms.entity;

import java.util.Optional;

/// A show as its streamer plans it.
///
/// @param startsAt absent means now
public record NewRoom(
        Title title,
        Description description,
        Optional<CoverUrl> cover,
        Tags tags,
        RoomKind kind,
        Optional<StartTime> startsAt) {}
