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
        try {
            var original = Files.readString(Cloud.root().resolve("functions/catalog.yaml"));
            var changed = original.replace("delaySeconds: 30", "delaySeconds: " + seconds);
            if (changed.equals(original)) {
                throw new AssertionError("catalog.yaml no longer delays room.interrupted by 30 s");
            }
            return Files.writeString(Files.createTempFile(SharedCloud.folder(), "catalog", ".yaml"), changed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
