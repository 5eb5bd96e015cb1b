package dev.vitrine.local.migrate;

import dev.vitrine.local.life.StartRefused;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The schema of one artefact and the folder with its numbered migrations.
///
/// @param name also the name of the role that its functions log in as
public record Schema(String name, Path migrations) {

    private static final String NAME = "[a-z][a-z0-9_]{0,39}";

    public Schema {
        if (!name.matches(NAME)) {
            throw new StartRefused("schema '" + name + "' must match " + NAME);
        }
        if (!Files.isDirectory(migrations)) {
            throw new StartRefused("migrations of schema " + name + " are missing: no folder " + migrations);
        }
    }

    /// The schema of `artefact` in its folder, as a distribution lays it out, else as the source tree does.
    ///
    public static Schema of(Path folder, String artefact, String name) {
        List<Path> layouts = List.of(folder.resolve("db"), folder.resolve("src/main/resources/db/" + artefact));
        return new Schema(
                name, layouts.stream().filter(Files::isDirectory).findFirst().orElse(layouts.getFirst()));
    }

    /// Owns the schema and everything in it; cannot log in.
    String owner() {
        return name + "_owner";
    }
}
