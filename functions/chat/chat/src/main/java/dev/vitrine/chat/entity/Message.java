package dev.vitrine.chat.entity;

import java.time.Instant;

/// What was said, as those who keep order see it.
public record Message(long seq, Instant at, Viewer viewer, String name, String text, boolean deleted) {}
