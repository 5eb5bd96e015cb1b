package dev.vitrine.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// All contracts of a house against all that were released.
///
/// A release is a folder `contracts/released/<version>` that `./vitrine dist` writes:
/// `<capability>/contract/*.yaml` and `<capability>/events/*.yaml`.
public final class ReleasedContracts {
    private ReleasedContracts() {}

    /// @param root of the project
    public static List<Break> breaks(Path root) {
        var breaks = new Breaks();
        for (var version : list(root.resolve("contracts/released"))) {
            for (var capability : list(version)) {
                var folder = root.resolve("functions").resolve(capability.getFileName());
                for (var file : yaml(capability.resolve("contract"))) {
                    compare(breaks, file, folder.resolve("contract").resolve(file.getFileName()));
                }
                for (var file : yaml(capability.resolve("events"))) {
                    compare(
                            breaks,
                            file,
                            folder.resolve("events/src/main/events").resolve(file.getFileName()));
                }
            }
        }
        return breaks.found();
    }

    private static void compare(Breaks breaks, Path released, Path present) {
        var name = present.toString().replaceFirst(".*/functions/", "functions/");
        if (!Files.exists(present)) {
            breaks.add(name, "is gone, and was released");
            return;
        }
        var documents = new Documents();
        var before = documents.open(released);
        var now = documents.open(present);
        if (before.node().has("openapi")) {
            new OpenApiChange(breaks, name, before, now).compare();
        } else if (before.node().has("asyncapi")) {
            new AsyncApiChange(breaks, name).compare(before, now);
        } else {
            new EventChange(breaks, name).compare(before, now);
        }
    }

    private static List<Path> yaml(Path folder) {
        return list(folder).stream()
                .filter(file -> file.toString().endsWith(".yaml"))
                .toList();
    }

    private static List<Path> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
