package dev.vitrine.local.life;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.local.FreePorts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsAreCheckedBeforeAnythingStartsTest {

    @Test
    void theRefusalNamesThePortItsPurposeAndTheFlag() throws IOException {
        int base = FreePorts.row();
        Ports ports = new Ports(base, FreePorts.one());
        ports.requireFree();
        try (ServerSocket taken = new ServerSocket(base + 3, 1, InetAddress.getLoopbackAddress())) {
            String message =
                    assertThrows(StartRefused.class, ports::requireFree).getMessage();

            assertTrue(message.contains("port " + taken.getLocalPort() + " for S3"), message);
            assertTrue(message.contains("--port"), message);
        }
    }

    @Test
    void portsOutOfRangeOrOverlappingAreRefused() {
        assertThrows(StartRefused.class, () -> new Ports(80, 21_935));
        assertThrows(StartRefused.class, () -> new Ports(65_533, 21_935));
        assertThrows(StartRefused.class, () -> new Ports(28_080, 65_536));
        assertThrows(StartRefused.class, () -> new Ports(28_080, 28_085));
    }
}
