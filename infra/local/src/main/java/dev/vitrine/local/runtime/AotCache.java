package dev.vitrine.local.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The file from which a JVM starts with classes loaded and linked (JEP 483, JEP 514), made by a training run of one
/// package on one JVM: both are in its name, so a stale one is never found. It lies beside the package, where every
/// local cloud of this source tree or archive finds it.
///
/// @param file absolute; may not exist
public record AotCache(Path file) {
    /// What `bootstrap` reads it from.
    public static final String VARIABLE = "VITRINE_AOT_CACHE";
    /// Where `bootstrap` has the JVM write one when it ends.
    public static final String RECORD_VARIABLE = "VITRINE_AOT_RECORD";

    public static final String SUFFIX = ".aot";
    private static final String FOLDER = "aot";

    /// @param zip the package
    /// @param packageName tells artefact and content
    static AotCache of(Path zip, String packageName) {
        var name = packageName + "-" + jvm() + SUFFIX;
        return new AotCache(zip.toAbsolutePath().resolveSibling(FOLDER).resolve(name));
    }

    /// @throws IOException when the package cannot be read
    public static AotCache of(String artefact, Path zip) throws IOException {
        return of(zip, Packages.name(artefact, zip));
    }

    private static String jvm() {
        var build = System.getProperty("java.vm.version") + "-" + System.getProperty("os.arch");
        return build.replaceAll("[^A-Za-z0-9.+-]", "_");
    }

    public boolean exists() {
        return Files.isRegularFile(file);
    }
}
