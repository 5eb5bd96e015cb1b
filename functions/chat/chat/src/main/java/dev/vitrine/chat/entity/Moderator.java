package dev.vitrine.chat.entity;

import java.time.Instant;

/// Who was appointed to keep order in a room.
public record Moderator(Viewer viewer, String name, Instant since) {}
