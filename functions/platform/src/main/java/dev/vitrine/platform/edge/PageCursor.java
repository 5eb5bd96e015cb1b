package dev.vitrine.platform.edge;

import dev.vitrine.model.InvalidValue;
import dev.vitrine.model.Utf8;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32;

/// A place in a list as opaque text. It grants nothing that the list does not show anyway, so it is checked
/// against damage and not signed.
public final class PageCursor {
    private PageCursor() {}

    /// @param list which list: a cursor of one is none of another
    /// @param place of the last element of the page
    public static String write(String list, String place) {
        var content = (list + ":" + place).getBytes(StandardCharsets.UTF_8);
        var bytes = ByteBuffer.allocate(Integer.BYTES + content.length)
                .putInt(checksum(content))
                .put(content)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// @throws InvalidValue when the text is no cursor of this list
    public static String read(String list, String text) {
        var bytes = decode(text);
        if (bytes.length > Integer.BYTES) {
            var buffer = ByteBuffer.wrap(bytes);
            int checksum = buffer.getInt();
            var content = new byte[buffer.remaining()];
            buffer.get(content);
            var place = Utf8.decode(content).orElseThrow(() -> refused(null));
            if (checksum == checksum(content) && place.startsWith(list + ":")) {
                return place.substring(list.length() + 1);
            }
        }
        throw refused(null);
    }

    private static byte[] decode(String text) {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException malformed) {
            throw refused(malformed);
        }
    }

    private static int checksum(byte[] content) {
        var crc = new CRC32();
        crc.update(content);
        return (int) crc.getValue();
    }

    private static InvalidValue refused(Throwable cause) {
        return new InvalidValue("cursor", "must be the nextCursor of a page of this list", cause);
    }
}
