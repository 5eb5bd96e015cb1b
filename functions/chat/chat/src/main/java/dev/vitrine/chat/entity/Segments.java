package dev.vitrine.chat.entity;

import java.net.URI;

/// How lane B is read.
///
/// @param base absolute, ends with a slash
/// @param from the first slot to read
public record Segments(URI base, int slotMillis, long from) {}
