package dev.vitrine.live.rtmp;

/// Turns a publisher's timestamps, which wrap at 32 bits, into milliseconds that do not. Where they begin and whether
/// they make sense is for the conformer.
final class Timeline {
    private boolean begun;
    private long last;

    /// @param timestamp milliseconds modulo 2^32
    long millis(long timestamp) {
        last = begun ? last + (int) (timestamp - last) : timestamp;
        begun = true;
        return last;
    }
}
