package dev.vitrine.ledger.news.entity;

import dev.vitrine.model.RoomId;
import java.time.Instant;

/// What a room's last event told.
public record RoomFacts(
        RoomId id, String streamer, String streamerName, String title, String kind, String state, Instant at) {}
