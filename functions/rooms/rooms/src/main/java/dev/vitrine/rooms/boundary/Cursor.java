package dev.vitrine.rooms.boundary;

import dev.vitrine.model.InvalidValue;
import dev.vitrine.rooms.entity.ListPosition;
import dev.vitrine.rooms.entity.Place;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;
import java.util.zip.CRC32;

/// A place in the list as opaque text: version, place, checksum. It grants nothing that the list does not show
/// anyway, so it is checked against damage and not signed.
final class Cursor {
    private static final byte VERSION = 1;
    private static final int CONTENT_BYTES = 1 + Short.BYTES + Long.BYTES + 2 * Long.BYTES;
    private static final int BYTES = CONTENT_BYTES + Integer.BYTES;

    private Cursor() {}

    static String write(Place place) {
        var bytes = ByteBuffer.allocate(BYTES)
                .put(VERSION)
                .putShort(place.group())
                .putLong(place.rank())
                .putLong(place.id().getMostSignificantBits())
                .putLong(place.id().getLeastSignificantBits());
        bytes.putInt(checksum(bytes.array()));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /// @throws InvalidValue when the text is no cursor of this list
    static Place read(String text) {
        var bytes = ByteBuffer.wrap(decode(text));
        if (bytes.capacity() != BYTES || bytes.getInt(CONTENT_BYTES) != checksum(bytes.array())) {
            throw refused(null);
        }
        byte version = bytes.get();
        var place = new Place(bytes.getShort(), bytes.getLong(), new UUID(bytes.getLong(), bytes.getLong()));
        if (version != VERSION || place.group() < 0 || place.group() > ListPosition.LAST_GROUP) {
            throw refused(null);
        }
        if (!write(place).equals(text)) {
            throw refused(null);
        }
        return place;
    }

    private static byte[] decode(String text) {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException malformed) {
            throw refused(malformed);
        }
    }

    private static int checksum(byte[] bytes) {
        var crc = new CRC32();
        crc.update(bytes, 0, CONTENT_BYTES);
        return (int) crc.getValue();
    }

    private static InvalidValue refused(Throwable cause) {
        return new InvalidValue("cursor", "must be the nextCursor of a page of this list", cause);
    }
}
