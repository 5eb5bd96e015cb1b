package dev.vitrine.live.origin;

import io.helidon.common.socket.PeerInfo;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.HexFormat;

/// Whose address it is: one of IPv4 itself, of IPv6 the first half, since a household has all of the
/// second.
final class Network {
    private static final int PREFIX_BYTES = 8;

    private Network() {}

    static String of(PeerInfo peer) {
        return of(((InetSocketAddress) peer.address()).getAddress());
    }

    static String of(InetAddress address) {
        return address instanceof Inet6Address
                ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), PREFIX_BYTES))
                : address.getHostAddress();
    }
}
