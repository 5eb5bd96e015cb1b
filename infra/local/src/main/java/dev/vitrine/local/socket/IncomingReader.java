package dev.vitrine.local.socket;

import io.helidon.common.buffers.DataReader;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// Puts the fragments of messages together; control frames may come between them.
final class IncomingReader {
    private static final int NORMAL = 1000;
    private static final int LAST_OF_PROTOCOL = 1014;
    private static final int FIRST_OF_APPLICATIONS = 3000;
    private static final int LAST_OF_APPLICATIONS = 4999;
    private static final int RESERVED = 1004;

    private final DataReader in;
    private final ByteArrayOutputStream fragments = new ByteArrayOutputStream(0);
    private boolean inMessage;

    IncomingReader(DataReader in) {
        this.in = in;
    }

    /// @throws RefusedFrame as [Frame#read] does, and for what makes no message
    Incoming next() throws RefusedFrame {
        while (true) {
            var frame = Frame.read(in);
            switch (frame.opcode()) {
                case Frame.PING -> {
                    return new Incoming.Ping(frame.payload());
                }
                case Frame.PONG -> {
                    return new Incoming.Pong();
                }
                case Frame.CLOSE -> {
                    return new Incoming.Close(closing(frame.payload()));
                }
                case Frame.BINARY -> throw new RefusedFrame(Closing.TEXT_ONLY);
                default -> {
                    take(frame);
                    if (frame.last()) {
                        return message();
                    }
                }
            }
        }
    }

    private void take(Frame fragment) throws RefusedFrame {
        if (inMessage != (fragment.opcode() == Frame.CONTINUATION)) {
            throw new RefusedFrame(Closing.malformed("Fragments of two messages are mixed"));
        }
        if (fragments.size() + fragment.payload().length > SocketSettings.MAX_MESSAGE_BYTES) {
            throw new RefusedFrame(Closing.TOO_BIG_MESSAGE);
        }
        inMessage = true;
        fragments.writeBytes(fragment.payload());
    }

    private Incoming.Text message() throws RefusedFrame {
        var bytes = fragments.toByteArray();
        fragments.reset();
        inMessage = false;
        return new Incoming.Text(text(bytes, 0), bytes.length);
    }

    private static Closing closing(byte[] payload) throws RefusedFrame {
        if (payload.length == 0) {
            return Closing.NO_STATUS;
        }
        if (payload.length < Short.BYTES) {
            throw new RefusedFrame(Closing.malformed("A close code has two bytes"));
        }
        var code = Short.toUnsignedInt(ByteBuffer.wrap(payload).getShort());
        var known = code >= NORMAL && code <= LAST_OF_PROTOCOL && code != RESERVED
                || code >= FIRST_OF_APPLICATIONS && code <= LAST_OF_APPLICATIONS;
        var closing = new Closing(code, text(payload, Short.BYTES));
        if (!known || !closing.travels()) {
            throw new RefusedFrame(Closing.malformed("No such close code"));
        }
        return closing;
    }

    private static String text(byte[] bytes, int from) throws RefusedFrame {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new RefusedFrame(Closing.NOT_UTF_8);
        }
    }
}
