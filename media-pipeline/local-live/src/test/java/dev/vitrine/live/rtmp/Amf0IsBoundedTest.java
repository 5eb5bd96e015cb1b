package dev.vitrine.live.rtmp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class Amf0IsBoundedTest {
    /// `connect`, transaction 1, {app: "live", capabilities: 239.0}, as the AMF0 specification lays it out.
    private static final String CONNECT = "020007636f6e6e656374" + "003ff0000000000000" + "03" + "0003617070"
            + "0200046c697665" + "000c6361706162696c6974696573" + "00406de00000000000" + "000009";

    @Test
    void theSpecifiedBytesAreReadAndWritten() throws ProtocolViolation {
        byte[] bytes = HexFormat.of().parseHex(CONNECT);
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("app", "live");
        object.put("capabilities", 239.0);
        assertEquals(List.of("connect", 1.0, object), new Amf0Reader(bytes).rest());
        assertArrayEquals(bytes, Amf0Writer.bytes("connect", 1.0, object));
    }

    @Test
    void everyMarkerOfAnEncoderIsKnown() throws ProtocolViolation {
        String values = "0101" + "05" + "06" + "0a00000002" + "0100" + "020000" // boolean, null, undefined, array
                + "08000000ff" + "000161" + "05" + "000009" // an array with names whose count lies
                + "0b4000000000000000" + "0000" + "0c00000001" + "61"; // date, long string
        Map<String, Object> named = new LinkedHashMap<>();
        named.put("a", null);
        assertEquals(
                Arrays.asList(true, null, null, List.of(false, ""), named, 2.0, "a"),
                new Amf0Reader(HexFormat.of().parseHex(values)).rest());
    }

    @Test
    void depthCountAndLengthAreBounded() {
        refused("0a00000001".repeat(1000));
        refused("0a7fffffff" + "05".repeat(5000));
        refused("0cffffffff");
        refused("0c7fffffff");
        refused("02ffff");
        refused("11");
        refused("07");
        refused("03" + "0000");
    }

    @Property(tries = 2000)
    void anyBytesAreReadOrRefused(@ForAll @Size(max = 300) byte[] bytes) {
        try {
            new Amf0Reader(bytes).rest();
        } catch (ProtocolViolation expected) {
            assertEquals(ProtocolViolation.class, expected.getClass());
        }
    }

    private static void refused(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        assertThrows(ProtocolViolation.class, () -> new Amf0Reader(bytes).rest());
    }
}
