package dev.vitrine.local.gateway;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// Percent escapes of addresses (RFC 3986, 2.1): of bytes that are UTF-8, and of nothing else.
public final class Escapes {
    private static final int HEX = 16;

    private Escapes() {}

    /// @throws IllegalArgumentException on half an escape, or on bytes that are not UTF-8
    public static String inPath(String text) {
        return decoded(text, '+');
    }

    /// In a query `+` is a blank.
    ///
    /// @throws IllegalArgumentException on half an escape, or on bytes that are not UTF-8
    public static String inQuery(String text) {
        return decoded(text, ' ');
    }

    private static String decoded(String text, char plus) {
        var bytes = new ByteArrayOutputStream(text.length());
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            if (letter == '%') {
                bytes.write(hex(text, at + 1) * HEX + hex(text, at + 2));
                at += 2;
            } else if (letter == '+') {
                bytes.write(plus);
            } else if (letter < 128) {
                bytes.write(letter);
            } else {
                bytes.writeBytes(Character.toString(letter).getBytes(StandardCharsets.UTF_8));
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw new IllegalArgumentException("escapes must be of UTF-8", notUtf8);
        }
    }

    private static int hex(String text, int at) {
        var digit = at < text.length() ? Character.digit(text.charAt(at), HEX) : -1;
        if (digit < 0 || text.charAt(at) >= 128) {
            throw new IllegalArgumentException("an escape has two hexadecimal digits");
        }
        return digit;
    }
}
