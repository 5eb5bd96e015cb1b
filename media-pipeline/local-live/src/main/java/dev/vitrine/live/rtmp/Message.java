package dev.vitrine.live.rtmp;

/// One whole RTMP message (specification 6.1).
///
/// @param timestamp milliseconds modulo 2^32, as sent
record Message(int type, long timestamp, int streamId, byte[] body) {
    // Message types, specification 5.4 and 7.1.
    static final int SET_CHUNK_SIZE = 1;
    static final int ABORT = 2;
    static final int ACKNOWLEDGEMENT = 3;
    static final int USER_CONTROL = 4;
    static final int WINDOW_ACKNOWLEDGEMENT_SIZE = 5;
    static final int SET_PEER_BANDWIDTH = 6;
    static final int AUDIO = 8;
    static final int VIDEO = 9;
    static final int DATA_AMF3 = 15;
    static final int COMMAND_AMF3 = 17;
    static final int DATA_AMF0 = 18;
    static final int COMMAND_AMF0 = 20;
    static final int AGGREGATE = 22;

    /// The big-endian number of a control message's first four bytes.
    long control32() throws ProtocolViolation {
        if (body.length < Integer.BYTES) {
            throw new ProtocolViolation("control message " + type + " of " + body.length + " bytes");
        }
        return (body[0] & 0xffL) << 24 | (body[1] & 0xff) << 16 | (body[2] & 0xff) << 8 | (body[3] & 0xff);
    }
}
