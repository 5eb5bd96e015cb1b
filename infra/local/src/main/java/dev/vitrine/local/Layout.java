package dev.vitrine.local;

import dev.vitrine.local.catalog.Catalog;
import dev.vitrine.local.life.StartRefused;
import dev.vitrine.local.runtime.FunctionPackage;
import dev.vitrine.local.runtime.PackageKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// Where the parts of the product are: as an archive lays them out, else as the source tree does.
///
/// @param home the folder that holds `functions`
/// @param catalog which knows where each artefact is
/// @param currentNatives artefacts of the source tree whose native package was made of the present sources
record Layout(Path home, Catalog catalog, Set<String> currentNatives) {

    /// The package of an artefact: the native one where it can be trusted, else the one for the JVM.
    ///
    /// @throws StartRefused when neither was built
    FunctionPackage packageOf(String artefact) {
        var functions = catalog.folderOf(artefact);
        var archived = functions.resolve("native/function.zip");
        if (Files.isRegularFile(archived)) {
            return new FunctionPackage(archived, PackageKind.NATIVE);
        }
        var built = functions.resolve("target/native/function.zip");
        if (currentNatives.contains(artefact) && Files.isRegularFile(built)) {
            return new FunctionPackage(built, PackageKind.NATIVE);
        }
        var jvm = first(
                "package of artefact " + artefact,
                functions.resolve("function.zip"),
                functions.resolve("target/function.zip"));
        return new FunctionPackage(jvm, PackageKind.JVM);
    }

    /// @throws StartRefused naming an artefact whose functions would run on a JVM
    void requireNative(Iterable<String> artefacts) {
        for (var artefact : artefacts) {
            if (packageOf(artefact).kind() != PackageKind.NATIVE) {
                throw new StartRefused("--native: artefact " + artefact
                        + " has no native executable of its present sources; ./vitrine native builds it");
            }
        }
    }

    /// The folder of all capabilities.
    Path functions() {
        return home.resolve("functions");
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
