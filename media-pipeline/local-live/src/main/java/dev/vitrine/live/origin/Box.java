package dev.vitrine.live.origin;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A box of ISO/IEC 14496-12: its four-letter type and a read-only view of what it holds (without size and type).
record Box(String type, ByteBuffer content) {
    static final int HEADER = 8;
    private static final int MAX_CHILDREN = 4096;

    /// @throws MalformedMedia when a size leaves the bounds
    static List<Box> children(ByteBuffer content) {
        List<Box> boxes = new ArrayList<>();
        int position = 0;
        while (position + HEADER <= content.limit()) {
            int size = content.getInt(position);
            String type = type(content, position + 4);
            if (size < HEADER || size > content.limit() - position) {
                throw new MalformedMedia("box " + type + " of size " + Integer.toUnsignedString(size));
            }
            if (boxes.size() == MAX_CHILDREN) {
                throw new MalformedMedia("more than " + MAX_CHILDREN + " boxes in one");
            }
            boxes.add(new Box(type, content.slice(position + HEADER, size - HEADER)));
            position += size;
        }
        return boxes;
    }

    static String type(ByteBuffer bytes, int position) {
        byte[] letters = new byte[4];
        bytes.get(position, letters);
        return new String(letters, StandardCharsets.ISO_8859_1);
    }

    Optional<Box> child(String wanted) {
        return children(content).stream().filter(box -> box.type.equals(wanted)).findFirst();
    }

    Box need(String wanted) {
        return child(wanted).orElseThrow(() -> new MalformedMedia("no " + wanted + " in " + type));
    }

    int u8(int offset) {
        check(offset, 1);
        return content.get(offset) & 0xff;
    }

    int u16(int offset) {
        check(offset, 2);
        return content.getShort(offset) & 0xffff;
    }

    int i32(int offset) {
        check(offset, 4);
        return content.getInt(offset);
    }

    long u32(int offset) {
        return Integer.toUnsignedLong(i32(offset));
    }

    long i64(int offset) {
        check(offset, 8);
        return content.getLong(offset);
    }

    /// The flags of a full box: the lower three bytes of its first four.
    int flags() {
        return i32(0) & 0xffffff;
    }

    private void check(int offset, int length) {
        if (offset < 0 || offset + length > content.limit()) {
            throw new MalformedMedia("box " + type + " ends too early");
        }
    }
}
