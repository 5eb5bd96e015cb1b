package dev.vitrine.chat.order.entity;

import dev.vitrine.chat.entity.Viewer;
import java.time.Instant;

/// Who was appointed to keep order in a room.
public record Moderator(Viewer viewer, String name, Instant since) {}
