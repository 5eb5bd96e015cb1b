package dev.vitrine.live.control;

import java.util.function.IntSupplier;

/// Where the world finds things.
///
/// @param publicUrl of the edge, without a closing slash
public record Addresses(String publicUrl, IntSupplier rtmpPort) {
    String hls(String channel) {
        return publicUrl + "/live/" + channel + "/master.m3u8";
    }

    String dash(String channel) {
        return publicUrl + "/live/" + channel + "/manifest.mpd";
    }

    String ingest() {
        return "rtmp://127.0.0.1:" + rtmpPort.getAsInt() + "/live";
    }

    String media(String key) {
        return publicUrl + "/media/" + key;
    }
}
