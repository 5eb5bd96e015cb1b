package dev.vitrine.local.socket;

/// What is behind one path of the WebSocket API.
record SocketPath(Integration integration, Traffic traffic) {}
