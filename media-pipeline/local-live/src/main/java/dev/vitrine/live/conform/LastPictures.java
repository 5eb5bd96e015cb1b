package dev.vitrine.live.conform;

import dev.vitrine.live.flv.FlvTag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The pictures since the last key frame: what a decoder needs to stand where the encoder stands.
final class LastPictures {
    /// Ten seconds of the highest rate that is taken. What is longer cannot be repeated: then the next key frame is
    /// waited for.
    private static final int MAX_BYTES = 24 << 20;

    private final List<FlvTag> pictures = new ArrayList<>();
    private int bytes;
    private boolean whole;

    void add(FlvTag picture) {
        if (picture.keyFrame()) {
            pictures.clear();
            bytes = 0;
            whole = true;
        }
        bytes += picture.weight();
        if (bytes > MAX_BYTES) {
            whole = false;
            pictures.subList(1, pictures.size()).clear();
        } else if (whole) {
            pictures.add(picture);
        }
    }

    /// The last picture that needs no other.
    Optional<FlvTag> key() {
        return pictures.stream().findFirst();
    }

    /// All since the last key frame, unless they were too many to keep.
    List<FlvTag> all() {
        return whole ? List.copyOf(pictures) : List.of();
    }
}
