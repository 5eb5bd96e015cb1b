package dev.vitrine.local.gateway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A file as it is or as compressed at build time beside it (`.br`, `.gz`).
record Variant(Path file, Optional<String> encoding) {
    private record Coding(String name, String extension) {}

    private static final List<Coding> CODINGS = List.of(new Coding("br", ".br"), new Coding("gzip", ".gz"));

    static Variant best(Path file, String acceptEncoding) {
        for (var coding : CODINGS) {
            var compressed = file.resolveSibling(file.getFileName() + coding.extension());
            if (Codings.accepts(acceptEncoding, coding.name()) && Files.isRegularFile(compressed)) {
                return new Variant(compressed, Optional.of(coding.name()));
            }
        }
        return new Variant(file, Optional.empty());
    }

    String etag() throws IOException {
        return "\"" + Long.toHexString(Files.size(file)) + "-"
                + Long.toHexString(Files.getLastModifiedTime(file).toMillis())
                + encoding.map(e -> "-" + e).orElse("")
                + "\"";
    }
}
