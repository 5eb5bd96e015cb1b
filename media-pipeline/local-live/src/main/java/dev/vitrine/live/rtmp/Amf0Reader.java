package dev.vitrine.live.rtmp;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads AMF0 values under the bounds of [Amf0]. Numbers are [Double], objects and both arrays with names are [Map],
/// arrays are [List]; null, undefined and unsupported are null.
final class Amf0Reader {
    private final ByteBuffer in;
    private int values;

    Amf0Reader(byte[] bytes) {
        this(ByteBuffer.wrap(bytes));
    }

    Amf0Reader(ByteBuffer in) {
        this.in = in;
    }

    boolean hasMore() {
        return in.hasRemaining();
    }

    Object value() throws ProtocolViolation {
        try {
            return value(0);
        } catch (BufferUnderflowException e) {
            throw new ProtocolViolation("AMF0 value is cut off");
        }
    }

    /// All values up to the end.
    List<Object> rest() throws ProtocolViolation {
        List<Object> all = new ArrayList<>();
        while (hasMore()) {
            all.add(value());
        }
        return all;
    }

    private Object value(int depth) throws ProtocolViolation {
        if (depth > Amf0.MAX_DEPTH) {
            throw new ProtocolViolation("AMF0 nested deeper than " + Amf0.MAX_DEPTH);
        }
        if (++values > Amf0.MAX_VALUES) {
            throw new ProtocolViolation("more than " + Amf0.MAX_VALUES + " AMF0 values in a message");
        }
        int marker = in.get() & 0xff;
        return switch (marker) {
            case Amf0.NUMBER -> in.getDouble();
            case Amf0.BOOLEAN -> in.get() != 0;
            case Amf0.STRING -> text(in.getShort() & 0xffff);
            case Amf0.OBJECT -> members(depth);
            case Amf0.NULL, Amf0.UNDEFINED, Amf0.UNSUPPORTED -> null;
            case Amf0.ECMA_ARRAY -> {
                in.getInt(); // a hint that encoders fill wrongly; the end marker counts
                yield members(depth);
            }
            case Amf0.STRICT_ARRAY -> elements(depth);
            case Amf0.DATE -> {
                double millis = in.getDouble();
                in.getShort(); // time zone, always zero
                yield millis;
            }
            case Amf0.LONG_STRING, Amf0.XML -> longText(in.getInt());
            case Amf0.TYPED_OBJECT -> {
                text(in.getShort() & 0xffff);
                yield members(depth);
            }
            default -> throw new ProtocolViolation("AMF0 marker " + marker);
        };
    }

    private Map<String, Object> members(int depth) throws ProtocolViolation {
        Map<String, Object> members = new LinkedHashMap<>();
        while (true) {
            String name = text(in.getShort() & 0xffff);
            if (name.isEmpty() && peek() == Amf0.OBJECT_END) {
                in.get();
                return members;
            }
            members.put(name, value(depth + 1));
        }
    }

    private int peek() {
        if (!in.hasRemaining()) {
            throw new BufferUnderflowException();
        }
        return in.get(in.position());
    }

    private List<Object> elements(int depth) throws ProtocolViolation {
        long count = in.getInt() & 0xffffffffL;
        List<Object> elements = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            elements.add(value(depth + 1));
        }
        return elements;
    }

    private String longText(int length) throws ProtocolViolation {
        if (length < 0) {
            throw new ProtocolViolation("AMF0 text of " + (length & 0xffffffffL) + " bytes");
        }
        return text(length);
    }

    private String text(int length) throws ProtocolViolation {
        if (length > Amf0.MAX_TEXT_BYTES) {
            throw new ProtocolViolation("AMF0 text of " + length + " bytes, at most " + Amf0.MAX_TEXT_BYTES);
        }
        byte[] bytes = new byte[Math.min(length, in.remaining())];
        in.get(bytes);
        if (bytes.length < length) {
            throw new BufferUnderflowException();
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
