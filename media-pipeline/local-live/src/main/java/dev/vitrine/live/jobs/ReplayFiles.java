package dev.vitrine.live.jobs;

/// Names of what a replay consists of, below its prefix.
final class ReplayFiles {
    static final String HLS = "master.m3u8";
    static final String DASH = "manifest.mpd";
    static final String MP4 = "replay.mp4";

    private ReplayFiles() {}
}
