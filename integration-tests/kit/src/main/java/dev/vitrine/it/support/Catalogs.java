package dev.vitrine.it.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Registries that differ from the product's in a value, so that a test need not wait half a minute.
public final class Catalogs {
    private Catalogs() {}

    /// @param changes a text that is there, and what takes its place; and so on
    /// @return a copy of `catalog.yaml` with these changes
    public static Path with(String... changes) {
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
