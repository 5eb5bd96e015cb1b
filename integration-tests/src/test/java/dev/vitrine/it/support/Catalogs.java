package dev.vitrine.it.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Registries that differ from the product's in one value, so that a test need not wait half a minute.
public final class Catalogs {
    private Catalogs() {}

    /// @return a copy of `catalog.yaml` in which an interrupted stream has so many seconds to return
    public static Path withReturnWithin(int seconds) {
        return with("delaySeconds: 30", "delaySeconds: " + seconds);
    }

    /// @return a copy of `catalog.yaml` in which a room leaves lane A above so many sockets
    public static Path withLaneThreshold(int sockets) {
        return with("VITRINE_CHAT_LANE_THRESHOLD: '500'", "VITRINE_CHAT_LANE_THRESHOLD: '" + sockets + "'");
    }

    private static Path with(String text, String instead) {
        try {
            var original = Files.readString(Cloud.root().resolve("functions/catalog.yaml"));
            var changed = original.replace(text, instead);
            if (changed.equals(original)) {
                throw new AssertionError("catalog.yaml no longer holds " + text);
            }
            return Files.writeString(Files.createTempFile(SharedCloud.folder(), "catalog", ".yaml"), changed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
