package dev.vitrine.live.rtmp;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// Writes the AMF0 values the server sends: numbers, booleans, strings, objects, arrays and null.
final class Amf0Writer {
    private Amf0Writer() {}

    /// An object in the form that FLV metadata has.
    record EcmaArray(Map<String, Object> members) {}

    /// @param values [Double], [Boolean], [String], [Map] with string keys, [EcmaArray], or null
    static byte[] bytes(Object... values) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            for (Object value : values) {
                value(out, value);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    private static void value(DataOutputStream out, Object value) throws IOException {
        switch (value) {
            case null -> out.writeByte(Amf0.NULL);
            case Double number -> {
                out.writeByte(Amf0.NUMBER);
                out.writeDouble(number);
            }
            case Boolean flag -> {
                out.writeByte(Amf0.BOOLEAN);
                out.writeBoolean(flag);
            }
            case String text -> {
                out.writeByte(Amf0.STRING);
                text(out, text);
            }
            case Map<?, ?> members -> {
                out.writeByte(Amf0.OBJECT);
                members(out, members);
            }
            case EcmaArray array -> {
                out.writeByte(Amf0.ECMA_ARRAY);
                out.writeInt(array.members().size());
                members(out, array.members());
            }
            default -> throw new IllegalArgumentException("no AMF0 form of " + value.getClass());
        }
    }

    private static void members(DataOutputStream out, Map<?, ?> members) throws IOException {
        for (Map.Entry<?, ?> member : members.entrySet()) {
            text(out, (String) member.getKey());
            value(out, member.getValue());
        }
        text(out, "");
        out.writeByte(Amf0.OBJECT_END);
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeShort(bytes.length);
        out.write(bytes);
    }
}
