package dev.vitrine.local;

import dev.vitrine.local.life.StartRefused;
import dev.vitrine.local.runtime.Artefacts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Where the parts of the product are: as an archive lays them out, else as the source tree does.
///
/// @param home the folder that holds `functions`
record Layout(Path home) implements Artefacts {

    /// The package of an artefact.
    ///
    /// @throws StartRefused when it was not built
    @Override
    public Path zip(String artefact) {
        var functions = home.resolve("functions").resolve(artefact);
        return first(
                "package of artefact " + artefact,
                functions.resolve("function.zip"),
                functions.resolve("target/function.zip"));
    }

    /// The folder of the built web client.
    Path web() {
        return first("built web client", home.resolve("web/index.html"), home.resolve("clients/web/dist/index.html"))
                .getParent();
    }

    private static Path first(String what, Path... candidates) {
        return List.of(candidates).stream()
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> new StartRefused("the " + what + " is missing: no " + candidates[0] + " and no "
                        + candidates[1] + "; ./vitrine up builds it"));
    }
}
