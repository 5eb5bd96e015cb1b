package dev.vitrine.live.ffmpeg;

import java.nio.file.Path;

/// Where tests keep the installed executables, so that they are unpacked once for all of them.
public final class Ffmpegs {
    public static final Path FOLDER = Path.of("target", "ffmpeg");

    private Ffmpegs() {}

    public static Ffmpeg shared() {
        return Ffmpeg.install(FOLDER, ProcessRegistry.none());
    }
}
