package dev.vitrine.local.gateway;

import dev.vitrine.live.wire.WireLimits;

/// What strangers may ask of the public port. Bounds of sockets stand in `SocketSettings`.
///
/// @param api requests below `/v1`
/// @param live requests below `/live`: a viewer of low-latency HLS makes some ten a second
/// @param media requests below `/media`
public record EdgeLimits(WireLimits connections, ThrottleSettings api, ThrottleSettings live, ThrottleSettings media) {
    /// Of one address as much as forty viewers behind one router ask for.
    private static final ThrottleSettings VIEWERS = new ThrottleSettings(400, 800, 2_000, 4_000);

    public static final EdgeLimits DEFAULT =
            new EdgeLimits(WireLimits.DEFAULTS, ThrottleSettings.DEFAULT, VIEWERS, VIEWERS);
}
