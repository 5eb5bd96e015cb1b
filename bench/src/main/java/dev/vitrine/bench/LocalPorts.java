package dev.vitrine.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/// Free ports below the ephemeral range, so that outgoing connections do not take them.
public final class LocalPorts {
    private static final int FIRST = 24_000;
    private static final int LAST = 32_000;
    private static final int PER_PROCESS = 20;
    /// Two benches beside each other begin at different places.
    private static int next =
            FIRST + (int) (ProcessHandle.current().pid() % ((LAST - FIRST) / PER_PROCESS / 2)) * PER_PROCESS;

    private LocalPorts() {}

    /// The first of a run of neighbouring ports.
    public static synchronized int free(int count) throws IOException {
        for (; next + count <= LAST; next += count) {
            if (allFree(next, count)) {
                next += count;
                return next - count;
            }
        }
        throw new IOException("no " + count + " neighbouring ports are free from " + FIRST + " to " + LAST);
    }

    private static boolean allFree(int first, int count) {
        for (var port = first; port < first + count; port++) {
            try (var probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                probe.setReuseAddress(true);
            } catch (IOException taken) {
                return false;
            }
        }
        return true;
    }
}
