package dev.vitrine.local.catalog;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What was found wrong so far; reading goes on so that one start tells everything.
final class Problems {
    private final Path file;
    private final List<String> lines = new ArrayList<>();

    Problems(Path file) {
        this.file = file;
    }

    void add(int line, String key, String what) {
        add(file, line, key, what);
    }

    /// The same of another file that the registry leads to.
    void add(Path elsewhere, int line, String key, String what) {
        lines.add(elsewhere + ":" + line + ": " + (key.isEmpty() ? "" : key + ": ") + what);
    }

    void refuse() {
        if (!lines.isEmpty()) {
            throw new InvalidCatalog(lines);
        }
    }
}
