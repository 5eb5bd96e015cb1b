package dev.vitrine.live.ffmpeg;

import java.util.Locale;

/// The machine as the ffmpeg jars name it (`linux-x86_64-gpl`), with what its stub libraries need to know.
record Platform(String name, boolean linux, int elfMachine) {
    /// `e_machine` values of the ELF specification.
    private static final int EM_X86_64 = 62;

    private static final int EM_AARCH64 = 183;

    static Platform current() {
        return of(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    static Platform of(String osName, String osArch) {
        String os = osName.toLowerCase(Locale.ROOT);
        boolean arm = osArch.equals("aarch64") || osArch.equals("arm64");
        boolean intel = osArch.equals("amd64") || osArch.equals("x86_64");
        if (!arm && !intel) {
            throw new FfmpegUnavailable("no ffmpeg is packaged for processor " + osArch);
        }
        if (os.startsWith("linux")) {
            return arm
                    ? new Platform("linux-arm64-gpl", true, EM_AARCH64)
                    : new Platform("linux-x86_64-gpl", true, EM_X86_64);
        }
        if (os.startsWith("mac")) {
            return new Platform(arm ? "macosx-arm64-gpl" : "macosx-x86_64-gpl", false, 0);
        }
        throw new FfmpegUnavailable("no ffmpeg is packaged for " + osName);
    }
}
