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

    /// @return a copy of `catalog.yaml` in which a show goes on without its stream for the time of any test
    public static Path withEndlessInterruptions() {
        return with(
                "  rooms-heal:\n",
                "  rooms-heal:\n    environment: { VITRINE_ROOMS_INTERRUPTION_LIMIT: PT1H }\n",
                "delaySeconds: 30",
                "delaySeconds: 900");
    }

    /// @return a copy of `catalog.yaml` in which nothing that was said is forgotten for its age
    public static Path keepingTalk() {
        return with("  chat-heal:\n", "  chat-heal:\n    environment: { VITRINE_CHAT_KEEP_DAYS: '36500' }\n");
    }

    /// @param changes a text that is there, and what takes its place; and so on
    private static Path with(String... changes) {
        try {
            var changed = Files.readString(Cloud.root().resolve("functions/catalog.yaml"));
            for (int i = 0; i < changes.length; i += 2) {
                if (!changed.contains(changes[i])) {
                    throw new AssertionError("catalog.yaml no longer holds " + changes[i]);
                }
                changed = changed.replace(changes[i], changes[i + 1]);
            }
            return Files.writeString(Files.createTempFile(SharedCloud.folder(), "catalog", ".yaml"), changed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
