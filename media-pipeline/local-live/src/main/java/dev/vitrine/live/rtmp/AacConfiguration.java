package dev.vitrine.live.rtmp;

import java.util.Set;

/// The AAC header of an FLV stream: AudioSpecificConfig (ISO/IEC 14496-3 1.6.2.1).
record AacConfiguration(int objectType, int samplesPerSecond, int channels) {
    private static final int[] RATES = {
        96000, 88200, 64000, 48000, 44100, 32000, 24000, 22050, 16000, 12000, 11025, 8000, 7350
    };
    private static final int EXPLICIT_RATE = 15;
    private static final int MIN_RATE = 7350;
    private static final int MAX_RATE = 96000;
    /// AAC LC, SBR (HE-AAC), PS (HE-AAC v2).
    private static final Set<Integer> OBJECT_TYPES = Set.of(2, 5, 29);
    /// 7.1; the transcoder mixes down to two.
    private static final int MAX_CHANNEL_CONFIGURATION = 7;

    static AacConfiguration of(byte[] config) throws MediaRefused {
        BitReader in = BitReader.of(config);
        int type = in.bits(5);
        if (!OBJECT_TYPES.contains(type)) {
            throw new MediaRefused("AAC object type " + type + " is not supported: send AAC LC or HE-AAC");
        }
        int index = in.bits(4);
        int rate = index == EXPLICIT_RATE ? in.bits(24) : index < RATES.length ? RATES[index] : 0;
        if (rate < MIN_RATE || rate > MAX_RATE) {
            throw new MediaRefused("AAC sample rate index " + index + " (" + rate + " Hz) is not supported");
        }
        int channels = in.bits(4);
        if (channels < 1 || channels > MAX_CHANNEL_CONFIGURATION) {
            throw new MediaRefused("AAC channel configuration " + channels + " is not supported");
        }
        return new AacConfiguration(type, rate, channels);
    }
}
