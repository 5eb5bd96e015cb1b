package dev.vitrine.live.wire;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Cuts what comes over a connection into requests, by RFC 9112 and by nothing more lenient.
///
/// A head is handed on when all of it is there; a body as it comes, its chunks without extensions and
/// trailers. Nothing of the next request is handed on with this one.
final class Framing {
    /// A size of up to 15 hexadecimal digits fits a long; what follows it is looked at by nobody (RFC
    /// 9112, 7.1.1).
    private static final Pattern CHUNK = Pattern.compile("([0-9A-Fa-f]{1,15})(?:[ \\t]*;.*)?", Pattern.DOTALL);

    private static final int HEXADECIMAL = 16;
    private static final byte[] LAST_CHUNK = "0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final int URI_TOO_LONG = 414;
    private static final int HEADERS_TOO_LARGE = 431;

    private enum Next {
        HEAD,
        BODY,
        CHUNK,
        CHUNK_DATA,
        END_OF_CHUNK,
        ANYTHING
    }

    private final Lines in;
    private Next next = Next.HEAD;
    private long left;
    private int overhead;

    /// @param source blocks for the next bytes; null at their end
    Framing(Function<Awaited, byte[]> source) {
        this.in = new Lines(source);
    }

    /// Whether the next bytes begin a request.
    boolean betweenRequests() {
        return next == Next.HEAD;
    }

    /// From now on bytes are handed on as they come.
    void stop() {
        next = Next.ANYTHING;
    }

    /// The next bytes; null when the connection ended between two requests.
    byte[] next() throws NotUnderstood {
        return switch (next) {
            case HEAD -> head();
            case BODY -> body();
            case CHUNK -> chunk();
            case CHUNK_DATA -> data();
            case END_OF_CHUNK -> {
                endOfChunk();
                yield chunk();
            }
            case ANYTHING -> in.more(Awaited.ANYTHING) ? in.some(Awaited.ANYTHING, Integer.MAX_VALUE) : null;
        };
    }

    private byte[] head() throws NotUnderstood {
        if (!in.more(Awaited.REQUEST)) {
            return null;
        }
        String first = requestLine();
        if (first.isEmpty()) {
            // one empty line too many after the request before (RFC 9112, 2.2)
            if (!in.more(Awaited.REQUEST)) {
                return null;
            }
            first = requestLine();
        }
        Head.checkRequestLine(first);
        Head head = Head.of(first, fields(first.length()));
        left = head.length();
        overhead = 0;
        if (head.chunked()) {
            next = Next.CHUNK;
        } else if (left > 0) {
            next = Next.BODY;
        }
        return head.bytes();
    }

    private String requestLine() throws NotUnderstood {
        return in.line(Awaited.HEAD, WireLimits.MAX_REQUEST_LINE_BYTES)
                .orElseThrow(() -> new NotUnderstood(
                        URI_TOO_LONG, "The first line is longer than " + WireLimits.MAX_REQUEST_LINE_BYTES + " bytes"));
    }

    private List<String> fields(int size) throws NotUnderstood {
        List<String> fields = new ArrayList<>();
        int room = WireLimits.MAX_HEAD_BYTES - size;
        while (true) {
            Optional<String> field = in.line(Awaited.HEAD, room);
            if (field.isEmpty()
                    || fields.size() == WireLimits.MAX_FIELDS && !field.get().isEmpty()) {
                throw new NotUnderstood(
                        HEADERS_TOO_LARGE,
                        "The headers are more than " + WireLimits.MAX_FIELDS + ", or larger than "
                                + WireLimits.MAX_HEAD_BYTES + " bytes");
            }
            if (field.get().isEmpty()) {
                return fields;
            }
            room -= field.get().length();
            fields.add(field.get());
        }
    }

    private byte[] body() throws NotUnderstood {
        byte[] some = in.some(Awaited.BODY, left);
        left -= some.length;
        if (left == 0) {
            next = Next.HEAD;
        }
        return some;
    }

    private byte[] chunk() throws NotUnderstood {
        String line = overheadLine();
        var match = CHUNK.matcher(line);
        if (!match.matches()) {
            throw new NotUnderstood("A chunk does not begin with its size");
        }
        spend(line.length() - match.group(1).length());
        left = Long.parseLong(match.group(1), HEXADECIMAL);
        if (left > 0) {
            next = Next.CHUNK_DATA;
            return data();
        }
        for (String trailer = overheadLine(); !trailer.isEmpty(); trailer = overheadLine()) {
            Head.name(trailer);
            spend(trailer.length());
        }
        next = Next.HEAD;
        return LAST_CHUNK;
    }

    /// As a chunk of its own.
    private byte[] data() throws NotUnderstood {
        byte[] some = in.some(Awaited.BODY, left);
        left -= some.length;
        if (left == 0) {
            next = Next.END_OF_CHUNK;
        }
        byte[] size = (Integer.toHexString(some.length) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        byte[] chunk = new byte[size.length + some.length + 2];
        System.arraycopy(size, 0, chunk, 0, size.length);
        System.arraycopy(some, 0, chunk, size.length, some.length);
        chunk[chunk.length - 2] = '\r';
        chunk[chunk.length - 1] = '\n';
        return chunk;
    }

    private void endOfChunk() throws NotUnderstood {
        if (in.one(Awaited.BODY) != '\r' || in.one(Awaited.BODY) != '\n') {
            throw new NotUnderstood("A chunk is longer or shorter than its size");
        }
        next = Next.CHUNK;
    }

    private String overheadLine() throws NotUnderstood {
        return in.line(Awaited.BODY, WireLimits.MAX_OVERHEAD_BYTES).orElseThrow(Framing::tooMuchOverhead);
    }

    private void spend(int bytes) throws NotUnderstood {
        overhead += bytes;
        if (overhead > WireLimits.MAX_OVERHEAD_BYTES) {
            throw tooMuchOverhead();
        }
    }

    private static NotUnderstood tooMuchOverhead() {
        return new NotUnderstood(
                "The chunks bring more than " + WireLimits.MAX_OVERHEAD_BYTES + " bytes beside their data");
    }
}
