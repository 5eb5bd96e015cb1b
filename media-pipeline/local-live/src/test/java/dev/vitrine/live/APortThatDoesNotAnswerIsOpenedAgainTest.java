package dev.vitrine.live;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class APortThatDoesNotAnswerIsOpenedAgainTest {
    private static final int PACKET_BYTES = 1536;
    private static final byte[] VERSION = {3};

    @TempDir
    Path folder;

    /// Opened anew while it still answers: the harder case, since the old one holds the port.
    @Test
    void atTheSameAddressWithTheSameChannels() throws Exception {
        try (TestBucket bucket = new TestBucket(folder.resolve("s3"));
                LiveHost host = new LiveHost(folder.resolve("live"), bucket.store())) {
            host.prepare();
            int port = host.rtmpPort();

            host.live().reopenControl();
            host.live().reopenIngest();

            assertEquals(port, host.rtmpPort());
            assertEquals(
                    200,
                    host.control("GET", "/channels/" + LiveHost.CHANNEL, "").statusCode());
            assertArrayEquals(VERSION, firstByteOfTheHandshake(port));
        }
    }

    private static byte[] firstByteOfTheHandshake(int port) throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            byte[] hello = new byte[1 + PACKET_BYTES];
            hello[0] = VERSION[0];
            socket.getOutputStream().write(hello);
            return socket.getInputStream().readNBytes(1);
        }
    }
}
