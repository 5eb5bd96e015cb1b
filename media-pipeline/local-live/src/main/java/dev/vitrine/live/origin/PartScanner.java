package dev.vitrine.live.origin;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds the chunks (`moof` + `mdat`, with the boxes that lead them) in the bytes of a segment while they arrive.
final class PartScanner {
    private final int maxBytes;
    private int position;
    private int partStart;
    private Optional<Fragment> pending = Optional.empty();

    PartScanner(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    /// Looks at the bytes from the segment's start to the buffer's limit; answers the chunks completed since the
    /// last call.
    ///
    /// @throws MalformedMedia when a box cannot be right
    List<Part> scan(ByteBuffer bytes) {
        List<Part> parts = new ArrayList<>();
        while (position + Box.HEADER <= bytes.limit()) {
            int size = bytes.getInt(position);
            String type = Box.type(bytes, position + 4);
            if (size < Box.HEADER || size > maxBytes - position) {
                throw new MalformedMedia("box " + type + " of size " + Integer.toUnsignedString(size));
            }
            if (position + size > bytes.limit()) {
                return parts;
            }
            if (type.equals("moof")) {
                pending = Optional.of(Fragment.parse(bytes.slice(position + Box.HEADER, size - Box.HEADER)));
            }
            position += size;
            if (type.equals("mdat") && pending.isPresent()) {
                parts.add(new Part(partStart, position - partStart, pending.get()));
                pending = Optional.empty();
                partStart = position;
            }
        }
        return parts;
    }
}
