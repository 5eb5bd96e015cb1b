package dev.vitrine.rooms.entity;

/// The show to watch again: object keys below the public media address.
public record Replay(String hlsKey, String dashKey, String mp4Key, long durationMillis) {}
