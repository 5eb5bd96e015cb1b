package dev.vitrine.live.rtmp;

import java.nio.ByteBuffer;

/// The H.264 header of an FLV stream: AVCDecoderConfigurationRecord (ISO/IEC 14496-15 5.2.4.1).
record AvcConfiguration(SequenceParameterSet picture) {
    /// Smallest side that three renditions make sense of; far below what encoders send.
    private static final int MIN_SIDE = 64;

    static AvcConfiguration of(ByteBuffer in) throws MediaRefused {
        if (in.remaining() < 7 || in.get() != 1) {
            throw new MediaRefused("H.264 header is not an AVC configuration of version 1");
        }
        in.position(in.position() + 3); // profile, compatibility, level: the parameter set says the same
        in.get(); // NAL length size: the transcoder reads it
        int sets = in.get() & 0x1f;
        if (sets < 1) {
            throw new MediaRefused("H.264 header without a sequence parameter set");
        }
        SequenceParameterSet picture = SequenceParameterSet.of(unit(in));
        for (int i = 1; i < sets; i++) {
            if (!SequenceParameterSet.of(unit(in)).equals(picture)) {
                throw new MediaRefused("H.264 header with several picture sizes");
            }
        }
        if (!in.hasRemaining() || (in.get() & 0xff) < 1) {
            throw new MediaRefused("H.264 header without a picture parameter set");
        }
        unit(in);
        return new AvcConfiguration(picture);
    }

    void check(RtmpLimits limits) throws MediaRefused {
        int width = picture.width();
        int height = picture.height();
        String size = width + "x" + height;
        if (width % 2 != 0 || height % 2 != 0) {
            throw new MediaRefused("picture of " + size + ": width and height must be even");
        }
        int longer = Math.max(width, height);
        int shorter = Math.min(width, height);
        if (longer > limits.longerSide() || shorter > limits.shorterSide()) {
            throw new MediaRefused("picture of " + size + " is larger than " + limits.longerSide() + "x"
                    + limits.shorterSide() + " (either way up)");
        }
        if (shorter < MIN_SIDE) {
            throw new MediaRefused("picture of " + size + " is smaller than " + MIN_SIDE + " pixels");
        }
    }

    private static byte[] unit(ByteBuffer in) throws MediaRefused {
        int length = in.remaining() < 2 ? 0 : in.getShort() & 0xffff;
        if (length == 0 || length > in.remaining()) {
            throw new MediaRefused("H.264 header is cut off");
        }
        byte[] unit = new byte[length];
        in.get(unit);
        return unit;
    }
}
