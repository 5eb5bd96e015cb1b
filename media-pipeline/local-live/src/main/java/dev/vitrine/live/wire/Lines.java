package dev.vitrine.live.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/// What comes over a connection, as lines and as runs of bytes.
final class Lines {
    private static final byte CR = '\r';
    private static final byte LF = '\n';
    private static final int TAB = '\t';
    private static final int FIRST_VISIBLE = ' ';
    private static final int DELETE = 0x7F;

    private final Function<Awaited, byte[]> source;
    private byte[] bytes = new byte[0];
    private int at;

    /// @param source blocks for the next bytes; null at their end
    Lines(Function<Awaited, byte[]> source) {
        this.source = source;
    }

    /// Whether another byte came.
    boolean more(Awaited awaited) {
        while (at == bytes.length) {
            byte[] next = source.apply(awaited);
            if (next == null) {
                return false;
            }
            bytes = next;
            at = 0;
        }
        return true;
    }

    /// A line without its end: one CRLF, no other control character within (RFC 9112, 2.2).
    ///
    /// @return empty when it is longer than `most` bytes
    Optional<String> line(Awaited awaited, int most) throws NotUnderstood {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (true) {
            byte next = one(awaited);
            if (next == CR) {
                if (one(awaited) != LF) {
                    throw new NotUnderstood("A carriage return stands without its line feed");
                }
                return Optional.of(line.toString(StandardCharsets.ISO_8859_1));
            }
            int octet = Byte.toUnsignedInt(next);
            if (octet < FIRST_VISIBLE && octet != TAB || octet == DELETE) {
                throw new NotUnderstood("A line holds a control character");
            }
            if (line.size() == most) {
                return Optional.empty();
            }
            line.write(next);
        }
    }

    /// Up to `most` bytes, as they come.
    byte[] some(Awaited awaited, long most) throws NotUnderstood {
        require(awaited);
        int until = (int) Math.min(bytes.length, at + most);
        byte[] some = Arrays.copyOfRange(bytes, at, until);
        at = until;
        return some;
    }

    byte one(Awaited awaited) throws NotUnderstood {
        require(awaited);
        return bytes[at++];
    }

    private void require(Awaited awaited) throws NotUnderstood {
        if (!more(awaited)) {
            throw new NotUnderstood("The connection ended within a request");
        }
    }
}
