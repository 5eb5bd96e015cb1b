package dev.vitrine.chat.socket.entity;

import dev.vitrine.chat.entity.Lane;
import java.time.Duration;

/// Signs of life of a socket.
public final class Pulse {
    /// So many pings may stay away before a socket counts as gone.
    private static final int MISSED = 3;

    private Pulse() {}

    /// How often a client pings. On lane B rarely: each ping of a million readers costs.
    public static int seconds(Lane lane) {
        return switch (lane) {
            case A -> 20;
            case B -> 240;
        };
    }

    public static Duration silence(Lane lane) {
        return Duration.ofSeconds((long) MISSED * seconds(lane));
    }
}
