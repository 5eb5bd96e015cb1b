package dev.vitrine.local.gateway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/// Files below one folder, and never anything else: not by `..`, not by a link, not a hidden file.
final class WebFiles {
    private final Path folder;

    WebFiles(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /// @param path decoded, without a leading slash
    Optional<Path> find(String path) throws IOException {
        Path file;
        try {
            file = folder.resolve(path).normalize();
        } catch (InvalidPathException nulByte) {
            return Optional.empty();
        }
        if (path.contains("\\") || !file.startsWith(folder) || hidden(file) || !Files.isRegularFile(file)) {
            return Optional.empty();
        }
        return file.toRealPath().startsWith(folder.toRealPath()) ? Optional.of(file) : Optional.empty();
    }

    private boolean hidden(Path file) {
        for (var name : folder.relativize(file)) {
            if (name.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }
}
