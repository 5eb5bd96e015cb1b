package dev.vitrine.rooms.boundary;

/// What the ingest asks before it takes a byte.
///
/// @param streamKeyHash SHA-256 of the key in lower-case hex
public record PublishQuestion(String streamKeyHash) {}
