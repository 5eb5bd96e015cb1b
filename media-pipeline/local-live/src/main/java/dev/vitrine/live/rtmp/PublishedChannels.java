package dev.vitrine.live.rtmp;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Which connection pushes into which channel: at most one each.
final class PublishedChannels {
    private final Map<String, Connection> publishers = new ConcurrentHashMap<>();

    boolean claim(String channel, Connection connection) {
        return publishers.putIfAbsent(channel, connection) == null;
    }

    void release(String channel, Connection connection) {
        publishers.remove(channel, connection);
    }

    Optional<Connection> publisher(String channel) {
        return Optional.ofNullable(publishers.get(channel));
    }
}
