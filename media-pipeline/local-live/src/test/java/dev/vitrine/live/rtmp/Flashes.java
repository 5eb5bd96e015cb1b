package dev.vitrine.live.rtmp;

import dev.vitrine.live.ffmpeg.Ffmpegs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// When the picture of a file becomes white and when its tone begins, in seconds; and how long the file is.
record Flashes(List<Double> flashes, List<Double> tones, double seconds) {
    private static final int SAMPLES = 200;
    private static final int RATE = 8_000;

    static Flashes of(Path file) {
        String points = "scale=1:1:flags=area,fps=" + SAMPLES + ":start_time=0,format=gray";
        byte[] light = raw(file, "-map", "0:v:0", "-vf", points, "-f", "rawvideo");
        String samples = "aresample=" + RATE + ":async=1:min_hard_comp=0.01:first_pts=0";
        byte[] sound = raw(file, "-map", "0:a:0", "-af", samples, "-ac", "1", "-f", "s8", "-c:a", "pcm_s8");
        List<Double> flashes = new ArrayList<>();
        for (int i = 1; i < light.length; i++) {
            if ((light[i] & 0xff) > 128 && (light[i - 1] & 0xff) <= 128) {
                flashes.add((double) i / SAMPLES);
            }
        }
        if (light.length > 0 && (light[0] & 0xff) > 128) {
            flashes.addFirst(0.0);
        }
        return new Flashes(flashes, tones(sound), (double) light.length / SAMPLES);
    }

    private static byte[] raw(Path file, String... how) {
        List<String> arguments = new ArrayList<>(List.of("-v", "error", "-i", file.toString()));
        arguments.addAll(List.of(how));
        arguments.add("-");
        return Ffmpegs.shared().run(arguments, Encoders.LIMIT);
    }

    private static List<Double> tones(byte[] sound) {
        List<Double> tones = new ArrayList<>();
        int quietSince = -RATE;
        for (int i = 0; i < sound.length; i++) {
            if (Math.abs(sound[i]) > 10) {
                if (i - quietSince > RATE / 4) {
                    tones.add((double) i / RATE);
                }
                quietSince = i;
            }
        }
        return tones;
    }

    /// How far each flash that has a tone within a quarter of a second is from it: positive when the sound is late.
    List<Double> apart() {
        List<Double> apart = new ArrayList<>();
        for (double flash : flashes) {
            tones.stream()
                    .map(tone -> tone - flash)
                    .filter(each -> Math.abs(each) < 0.25)
                    .findFirst()
                    .ifPresent(apart::add);
        }
        return apart;
    }
}
