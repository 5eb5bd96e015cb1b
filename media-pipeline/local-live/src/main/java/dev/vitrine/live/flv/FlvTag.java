package dev.vitrine.live.flv;

/// One tag of an FLV stream (FLV 10.1, E.4.1). The body is not copied: nobody changes it after it was made.
public record FlvTag(Kind kind, long timestampMillis, byte[] body) {
    /// Tag types of E.4.1; RTMP uses the same numbers for its message types.
    public enum Kind {
        AUDIO(8),
        VIDEO(9),
        SCRIPT(18);

        private final int type;

        Kind(int type) {
            this.type = type;
        }

        public int type() {
            return type;
        }
    }

    private static final int KEY_FRAME = 1;

    /// Whether it describes the track (AVC and AAC sequence headers, E.4.3.1 and E.4.2.1) instead of being
    /// a part of it.
    public boolean header() {
        return kind != Kind.SCRIPT && body.length > 1 && body[1] == 0;
    }

    /// Whether it is a picture that needs no other.
    public boolean keyFrame() {
        return kind == Kind.VIDEO && !header() && body.length > 0 && (body[0] >> 4 & 0xf) == KEY_FRAME;
    }

    public FlvTag at(long millis) {
        return new FlvTag(kind, millis, body);
    }

    /// Room it takes while it waits: body, header and the objects around them.
    public int weight() {
        return body.length + 64;
    }
}
