package dev.vitrine.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/// Ports that the kernel says are free now.
public final class FreePorts {

    private static final int IN_A_ROW = 6;
    private static final int LOWEST = 20_000;

    private FreePorts() {}

    public static int one() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /// The first of six free ports in a row.
    public static int row() throws IOException {
        while (true) {
            int base = one();
            if (base >= LOWEST && base + IN_A_ROW <= 65_535 && allFree(base)) {
                return base;
            }
        }
    }

    private static boolean allFree(int base) {
        for (int port = base; port < base + IN_A_ROW; port++) {
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                socket.setReuseAddress(true);
            } catch (IOException _) {
                return false;
            }
        }
        return true;
    }
}
