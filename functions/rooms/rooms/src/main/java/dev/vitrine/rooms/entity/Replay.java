package dev.vitrine.rooms.entity;

import dev.vitrine.model.ReplayRendered;

/// The show to watch again: object keys below the public media address.
public record Replay(String hlsKey, String dashKey, String mp4Key, long durationMillis) {
    public static Replay of(ReplayRendered rendered) {
        return new Replay(rendered.hlsKey(), rendered.dashKey(), rendered.mp4Key(), rendered.durationMillis());
    }
}
