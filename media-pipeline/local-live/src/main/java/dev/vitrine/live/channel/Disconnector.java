package dev.vitrine.live.channel;

/// Ends the connection of a channel's publisher, if there is one.
public interface Disconnector {
    void disconnect(String channel);
}
