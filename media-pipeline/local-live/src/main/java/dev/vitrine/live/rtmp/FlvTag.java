package dev.vitrine.live.rtmp;

/// One tag of an FLV stream (FLV 10.1, E.4.1). The body is not copied: nobody changes it after it was made.
public record FlvTag(Kind kind, long timestampMillis, byte[] body) {
    /// Tag types of E.4.1; RTMP uses the same numbers for its message types.
    public enum Kind {
        AUDIO(8),
        VIDEO(9),
        SCRIPT(18);

        final int type;

        Kind(int type) {
            this.type = type;
        }
    }

    /// Room it takes while it waits: body, header and the objects around them.
    int weight() {
        return body.length + 64;
    }
}
