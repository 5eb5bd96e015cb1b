package dev.vitrine.live.origin;

import java.nio.ByteBuffer;

/// What a `moof` box tells of the media that follows it: times in the track's time scale, and whether a player can
/// start with it.
record Fragment(long decodeTime, long duration, boolean independent) {
    private static final int TFHD_BASE_DATA_OFFSET = 0x1;
    private static final int TFHD_SAMPLE_DESCRIPTION = 0x2;
    private static final int TFHD_DURATION = 0x8;
    private static final int TFHD_SIZE = 0x10;
    private static final int TFHD_FLAGS = 0x20;
    private static final int TRUN_DATA_OFFSET = 0x1;
    private static final int TRUN_FIRST_FLAGS = 0x4;
    private static final int TRUN_DURATION = 0x100;
    private static final int TRUN_SIZE = 0x200;
    private static final int TRUN_FLAGS = 0x400;
    private static final int TRUN_COMPOSITION = 0x800;
    private static final int NON_SYNC = 0x10000;
    private static final int MAX_SAMPLES = 100_000;

    /// @param moof the content of the box (ISO/IEC 14496-12, 8.8)
    static Fragment parse(ByteBuffer moof) {
        Box traf = new Box("moof", moof).need("traf");
        Box tfhd = traf.need("tfhd");
        Box tfdt = traf.need("tfdt");
        long decodeTime = tfdt.u8(0) == 1 ? tfdt.i64(4) : tfdt.u32(4);
        if (decodeTime < 0) {
            throw new MalformedMedia("negative decode time");
        }
        Run run = new Run(defaultDuration(tfhd), defaultFlags(tfhd));
        for (Box box : Box.children(traf.content())) {
            if (box.type().equals("trun")) {
                run.add(box);
            }
        }
        return new Fragment(decodeTime, run.duration, (run.firstFlags & NON_SYNC) == 0);
    }

    private static int defaultsOffset(int flags) {
        return 8 + ((flags & TFHD_BASE_DATA_OFFSET) != 0 ? 8 : 0) + ((flags & TFHD_SAMPLE_DESCRIPTION) != 0 ? 4 : 0);
    }

    private static long defaultDuration(Box tfhd) {
        int flags = tfhd.flags();
        return (flags & TFHD_DURATION) != 0 ? tfhd.u32(defaultsOffset(flags)) : 0;
    }

    private static int defaultFlags(Box tfhd) {
        int flags = tfhd.flags();
        int offset = defaultsOffset(flags)
                + ((flags & TFHD_DURATION) != 0 ? 4 : 0)
                + ((flags & TFHD_SIZE) != 0 ? 4 : 0);
        return (flags & TFHD_FLAGS) != 0 ? tfhd.i32(offset) : 0;
    }

    /// Sums the `trun` boxes of a fragment.
    private static final class Run {
        private final long defaultDuration;
        private int firstFlags;
        private long duration;
        private boolean first = true;

        Run(long defaultDuration, int defaultFlags) {
            this.defaultDuration = defaultDuration;
            this.firstFlags = defaultFlags;
        }

        void add(Box trun) {
            int flags = trun.flags();
            int samples = trun.i32(4);
            if (samples < 0 || samples > MAX_SAMPLES) {
                throw new MalformedMedia("trun of " + Integer.toUnsignedString(samples) + " samples");
            }
            int offset = 8 + ((flags & TRUN_DATA_OFFSET) != 0 ? 4 : 0);
            boolean firstFlagsGiven = (flags & TRUN_FIRST_FLAGS) != 0;
            if (firstFlagsGiven) {
                firstFlags = first ? trun.i32(offset) : firstFlags;
                offset += 4;
            }
            for (int i = 0; i < samples; i++) {
                duration += (flags & TRUN_DURATION) != 0 ? trun.u32(offset) : defaultDuration;
                offset += (flags & TRUN_DURATION) != 0 ? 4 : 0;
                offset += (flags & TRUN_SIZE) != 0 ? 4 : 0;
                if ((flags & TRUN_FLAGS) != 0) {
                    firstFlags = first && i == 0 && !firstFlagsGiven ? trun.i32(offset) : firstFlags;
                    offset += 4;
                }
                offset += (flags & TRUN_COMPOSITION) != 0 ? 4 : 0;
            }
            first = false;
        }
    }
}
