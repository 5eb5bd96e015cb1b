package dev.vitrine.live.rtmp;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;

/// Counts open connections, in all and by address.
final class Admission {
    private final int most;
    private final int mostPerAddress;
    private final Map<InetAddress, Integer> open = new HashMap<>();
    private int total;

    Admission(RtmpLimits limits) {
        this.most = limits.connections();
        this.mostPerAddress = limits.connectionsPerAddress();
    }

    synchronized boolean enter(InetAddress address) {
        int here = open.getOrDefault(address, 0);
        if (total >= most || here >= mostPerAddress) {
            return false;
        }
        open.put(address, here + 1);
        total++;
        return true;
    }

    synchronized void leave(InetAddress address) {
        total--;
        open.computeIfPresent(address, (_, count) -> count == 1 ? null : count - 1);
    }
}
