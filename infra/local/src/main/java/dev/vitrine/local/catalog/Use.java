package dev.vitrine.local.catalog;

/// What a function may touch; decides its environment here and its permissions in the cloud.
public enum Use {
    DATABASE,
    EVENTS,
    OBJECTS,
    LIVE,
    /// Redis.
    HOT,
    /// May post to the sockets of the WebSocket API.
    SOCKETS,
    /// The payment provider.
    PAYMENTS
}
