package dev.vitrine.chat.history.entity;

import dev.vitrine.chat.entity.Viewer;
import java.time.Instant;

/// What was said, as those who keep order see it.
public record Message(long seq, Instant at, Viewer viewer, String name, String text, boolean deleted) {}
