package dev.vitrine.live.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.ByteRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class FramingReadsInOneWayTest {
    private static final String AFTER = "GET /after HTTP/1.1\r\nHost: x\r\n\r\n";

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /// In pieces of that size, as a network may deliver them.
    private static Framing framing(byte[] bytes, int piece) {
        Queue<byte[]> pieces = new ArrayDeque<>();
        for (int at = 0; at < bytes.length; at += piece) {
            pieces.add(Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + piece)));
        }
        return new Framing(_ -> pieces.poll());
    }

    /// Every request that is let through, as one text, or what was said instead.
    private static List<String> requests(byte[] bytes, int piece) {
        Framing framing = framing(bytes, piece);
        List<String> requests = new ArrayList<>();
        StringBuilder request = new StringBuilder();
        try {
            for (byte[] next = framing.next(); next != null; next = framing.next()) {
                request.append(text(next));
                if (framing.betweenRequests()) {
                    requests.add(joined(request.toString()));
                    request.setLength(0);
                }
            }
        } catch (NotUnderstood refused) {
            requests.add(refused.status() + " " + refused.getMessage());
        }
        return requests;
    }

    /// With the data of its chunks in one: chunks may be cut in other places than they were.
    private static String joined(String request) {
        int body = request.indexOf("\r\n\r\n") + 4;
        String rest = request.substring(body);
        if (!request.substring(0, body).contains("\r\nTransfer-Encoding: chunked\r\n")) {
            return request;
        }
        StringBuilder data = new StringBuilder(request.substring(0, body));
        while (!rest.isEmpty()) {
            int end = rest.indexOf("\r\n");
            int size = Integer.parseInt(rest.substring(0, end), 16);
            data.append(rest, end + 2, end + 2 + size);
            rest = rest.substring(end + 2 + size + 2);
        }
        return data.toString();
    }

    @Property(tries = 300)
    void chunksArriveWholeHoweverTheNetworkCutsThem(
            @ForAll @Size(max = 40) List<@Size(min = 1, max = 60) byte[]> chunks,
            @ForAll @IntRange(min = 1, max = 80) int piece) {
        StringBuilder sent = new StringBuilder("POST /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: CHUNKED\r\n\r\n");
        StringBuilder expected = new StringBuilder();
        for (byte[] chunk : chunks) {
            expected.append(text(chunk));
            sent.append(Integer.toHexString(chunk.length))
                    .append(";x=y\r\n")
                    .append(text(chunk))
                    .append("\r\n");
        }
        sent.append("0\r\nTrailer: t\r\n\r\n").append(AFTER);
        List<String> requests = requests(ascii(sent.toString()), piece);

        assertEquals(2, requests.size(), requests.toString());
        assertEquals(
                "POST /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n" + expected, requests.getFirst());
        assertEquals(AFTER, requests.getLast());
    }

    @Property(tries = 2_000)
    void anythingAtAllEndsInRequestsOrOneRefusal(
            @ForAll @Size(max = 400) byte[] bytes, @ForAll @IntRange(min = 1, max = 400) int piece) {
        List<String> whole = requests(bytes, bytes.length + 1);
        assertEquals(whole, requests(bytes, piece));
    }

    @Property(tries = 2_000)
    void aChangedByteNeverMakesTwoReadings(
            @ForAll @IntRange(min = 0, max = 150) int at, @ForAll @ByteRange byte value) {
        byte[] bytes = ascii("POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n0123456789"
                + "POST /b HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n3;e\r\nabc\r\n0\r\nT: u\r\n\r\n"
                + AFTER);
        bytes[at] = value;
        List<String> whole = requests(bytes, bytes.length);
        assertEquals(whole, requests(bytes, 1));
        // what is refused is the end: no later request is read
        for (String request : whole.subList(0, whole.size() - 1)) {
            assertTrue(!request.matches("(?s)[45]\\d\\d .*"), whole.toString());
        }
    }

    @Example
    void anEmptyLineBeforeARequestIsSkippedOnce() throws NotUnderstood {
        assertEquals(List.of(AFTER), requests(ascii("\r\n" + AFTER), 3));
        assertTrue(requests(ascii("\r\n\r\n" + AFTER), 3).getFirst().startsWith("400"));
        assertNull(framing(ascii("\r\n"), 1).next());
    }
}
