package dev.vitrine.local.socket;

/// Why a function is invoked for a socket. Each has turns of its own.
enum Turn {
    CONNECT,
    MESSAGE,
    DISCONNECT
}
