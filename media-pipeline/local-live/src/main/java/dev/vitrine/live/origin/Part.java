package dev.vitrine.live.origin;

/// A CMAF chunk of a segment: where it lies in the segment's bytes, and its media.
record Part(int offset, int length, Fragment media) {
    long endTime() {
        return media.decodeTime() + media.duration();
    }
}
