package dev.vitrine.local.life;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;

/// The ports of one local cloud: six in a row from `base`, and RTMP's own. All on loopback.
public record Ports(int base, int rtmp) {

    public static final int DEFAULT_BASE = 8080;
    public static final int DEFAULT_RTMP = 1935;

    /// Ports below this belong to the system on most machines.
    public static final int LOWEST = 1024;

    private static final int HIGHEST = 65_535;
    private static final int IN_A_ROW = 6;

    /// @throws StartRefused a port out of range, or RTMP's inside the row
    public Ports {
        if (base < LOWEST || base > HIGHEST - IN_A_ROW + 1) {
            throw new StartRefused("--port must be between " + LOWEST + " and " + (HIGHEST - IN_A_ROW + 1) + " but is "
                    + base + ": the local cloud takes " + IN_A_ROW + " ports in a row");
        }
        if (rtmp < LOWEST || rtmp > HIGHEST) {
            throw new StartRefused("--rtmp-port must be between " + LOWEST + " and " + HIGHEST + " but is " + rtmp);
        }
        if (rtmp >= base && rtmp < base + IN_A_ROW) {
            throw new StartRefused("--rtmp-port " + rtmp + " lies in the row " + base + " to " + (base + IN_A_ROW - 1)
                    + " that --port takes; change one of them");
        }
    }

    public int edge() {
        return base;
    }

    public int postgres() {
        return base + 1;
    }

    public int sqs() {
        return base + 2;
    }

    public int s3() {
        return base + 3;
    }

    public int redis() {
        return base + 4;
    }

    public int live() {
        return base + 5;
    }

    /// Every port with what it is for and the flag that moves it.
    public List<Use> uses() {
        return List.of(
                new Use(edge(), "the edge", "--port"),
                new Use(postgres(), "PostgreSQL", "--port"),
                new Use(sqs(), "SQS", "--port"),
                new Use(s3(), "S3", "--port"),
                new Use(redis(), "Redis", "--port"),
                new Use(live(), "the live service", "--port"),
                new Use(rtmp, "RTMP", "--rtmp-port"));
    }

    /// @throws StartRefused naming the first port that another process holds
    public void requireFree() {
        for (Use use : uses()) {
            if (!use.free()) {
                throw new StartRefused(use.refusal());
            }
        }
    }

    /// One port, what it is for, and the flag that moves it.
    public record Use(int port, String purpose, String flag) {

        /// Whether this process could listen on it now.
        public boolean free() {
            try (ServerSocket socket = new ServerSocket()) {
                socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                return true;
            } catch (IOException _) {
                return false;
            }
        }

        /// The line that tells a user about it.
        public String refusal() {
            return "port " + port + " for " + purpose + " is in use; stop what uses it or choose another with " + flag;
        }
    }
}
