package dev.vitrine.local.socket;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.helidon.common.buffers.DataReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/// The parser against arbitrary bytes, and against what it should read whichever way the network cuts it.
class FramesFromAnywhereDoNoHarmTest {
    /// Gives its bytes in pieces, then the end of the stream.
    private static DataReader stream(byte[] bytes, int piece) {
        var pieces = new ArrayDeque<byte[]>();
        for (var from = 0; from < bytes.length; from += piece) {
            pieces.add(Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + piece)));
        }
        return new DataReader(pieces::poll);
    }

    @Property
    void arbitraryBytesEndInARefusalOrAtTheEndOfTheStream(
            @ForAll @Size(max = 300) byte[] bytes, @ForAll @IntRange(min = 1, max = 40) int piece) {
        var reader = new IncomingReader(stream(bytes, piece));
        try {
            while (true) {
                if (reader.next() instanceof Incoming.Close(var closing)) {
                    assertTrue(closing.code() >= 1000 && closing.code() <= 4999);
                }
            }
        } catch (RefusedFrame refused) {
            var code = refused.closing().code();
            assertTrue(code == 1002 || code == 1003 || code == 1007 || code == 1009, "code " + code);
        } catch (DataReader.InsufficientDataAvailableException end) {
            assertTrue(true, "the stream is over");
        }
    }

    @Property
    void aMessageIsTheSameHoweverItIsCut(
            @ForAll("texts") String text,
            @ForAll @IntRange(min = 1, max = 700) int fragment,
            @ForAll @IntRange(min = 1, max = 700) int piece)
            throws Exception {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var reader = new IncomingReader(stream(frames(bytes, fragment), piece));
        assertEquals(new Incoming.Text(text, bytes.length), reader.next());
    }

    @Property
    void whatTheServerWritesIsWhatAClientReads(@ForAll("texts") String text) throws IOException {
        var payload = text.getBytes(StandardCharsets.UTF_8);
        var frame = OutgoingFrame.text(payload);
        var head = payload.length < 126 ? 2 : payload.length <= 0xFFFF ? 4 : 10;
        assertEquals(head + payload.length, frame.length);
        assertEquals((byte) 0x81, frame[0]);
        assertArrayEquals(payload, Arrays.copyOfRange(frame, head, frame.length));
    }

    @Property
    void noAnswerOfAFunctionIsMoreThanRefused(@ForAll @Size(max = 200) byte[] payload) {
        SocketAnswer.parse(payload)
                .ifPresent(answer -> assertTrue(answer.body().orElse("x").length() > 0));
    }

    @Property
    void everyBodyHasARoute(@ForAll String body) {
        var route = SocketEvent.route(body);
        assertTrue(route.equals(SocketEvent.DEFAULT_ROUTE) || !route.startsWith("$"));
    }

    private static byte[] frames(byte[] payload, int fragment) throws IOException {
        var out = new ByteArrayOutputStream();
        var opcode = Frame.TEXT;
        var from = 0;
        do {
            var to = Math.min(payload.length, from + fragment);
            out.write(AClient.masked(opcode, to == payload.length, Arrays.copyOfRange(payload, from, to)));
            opcode = Frame.CONTINUATION;
            from = to;
        } while (from < payload.length);
        return out.toByteArray();
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withCharRange(' ', '\ud7ff').ofMaxLength(2_000);
    }
}
