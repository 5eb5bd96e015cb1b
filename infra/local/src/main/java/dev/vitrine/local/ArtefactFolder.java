package dev.vitrine.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where an artefact and its capability are: `functions/<capability>/<artefact>`, in the source tree and in an archive.
public final class ArtefactFolder {
    private ArtefactFolder() {}

    /// The folder of an artefact.
    ///
    /// @param home the folder that holds `functions`
    /// @return `functions/<artefact>/<artefact>` where no capability has one of this name
    public static Path of(Path home, String artefact) {
        var functions = home.resolve("functions");
        try (var capabilities = Files.newDirectoryStream(functions, Files::isDirectory)) {
            for (var capability : capabilities) {
                if (Files.isDirectory(capability.resolve(artefact))) {
                    return capability.resolve(artefact);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + functions, unreadable);
        }
        return functions.resolve(artefact).resolve(artefact);
    }
}
