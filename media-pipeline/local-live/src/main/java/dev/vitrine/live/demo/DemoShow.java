package dev.vitrine.live.demo;

import java.net.URI;

/// What the demonstration encoder pushes, and where to.
///
/// @param ingestUrl such as `rtmp://127.0.0.1:1935/live`, without the key
/// @param streamKey never logged
/// @param portrait 720x1280 instead of 1280x720
public record DemoShow(URI ingestUrl, String streamKey, boolean portrait) {
    static final int LONGER_SIDE = 1280;
    static final int SHORTER_SIDE = 720;
    static final int FRAMES_PER_SECOND = 30;

    public DemoShow {
        if (!"rtmp".equals(ingestUrl.getScheme()) || streamKey.isBlank()) {
            throw new IllegalArgumentException("an rtmp address and a stream key");
        }
    }

    int width() {
        return portrait ? SHORTER_SIDE : LONGER_SIDE;
    }

    int height() {
        return portrait ? LONGER_SIDE : SHORTER_SIDE;
    }

    @Override
    public String toString() {
        return "DemoShow[" + ingestUrl + ", " + width() + "x" + height() + "]";
    }
}
