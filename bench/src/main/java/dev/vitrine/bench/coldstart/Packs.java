package dev.vitrine.bench.coldstart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Makes the packages of the peers: folders with a `bootstrap`, as an unpacked function.zip is.
final class Packs {
    private static final long COMPILE_BOUND_SECONDS = 60;
    private static final long NATIVE_BOUND_MINUTES = 40;

    private Packs() {}

    /// @throws NotBuilt without a C compiler
    static Path c(Path home, Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        run(
                COMPILE_BOUND_SECONDS,
                folder.resolve("cc.log"),
                Map.of(),
                "needs a C compiler named cc (Debian: apt-get install gcc libc6-dev)",
                "cc",
                "-O2",
                "-o",
                folder.resolve("bootstrap").toString(),
                home.resolve("bench/src/main/c/hello.c").toString());
        return folder;
    }

    static Path node(Path home, Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        run(COMPILE_BOUND_SECONDS, folder.resolve("node.log"), Map.of(), "needs node on PATH", "node", "--version");
        Files.copy(
                home.resolve("bench/src/main/node/hello.mjs"),
                folder.resolve("hello.mjs"),
                StandardCopyOption.REPLACE_EXISTING);
        var bootstrap = folder.resolve("bootstrap");
        Files.writeString(bootstrap, "#!/bin/sh\nexec node hello.mjs\n");
        Files.setPosixFilePermissions(bootstrap, PosixFilePermissions.fromString("rwxr-xr-x"));
        return folder;
    }

    /// The zip that Quarkus made of `bench/hello-funqy`, built now when there is none of its present sources.
    ///
    /// @throws NotBuilt without GRAALVM_HOME, or when the build fails
    static Path funqy(Path home) throws IOException, InterruptedException {
        var project = home.resolve("bench/hello-funqy");
        var zip = project.resolve("target/function.zip");
        if (Files.exists(zip) && !changedSince(zip, project.resolve("src"), project.resolve("pom.xml"))) {
            return zip;
        }
        var graal = System.getenv("GRAALVM_HOME");
        if (graal == null || graal.isBlank()) {
            throw new NotBuilt("not built: needs GRAALVM_HOME");
        }
        System.err.println("building hello Funqy natively: some minutes");
        Files.createDirectories(project.resolve("target"));
        run(
                TimeUnit.MINUTES.toSeconds(NATIVE_BOUND_MINUTES),
                project.resolve("native.log"),
                Map.of("GRAALVM_HOME", graal, "JAVA_HOME", System.getProperty("java.home")),
                "not built: see bench/hello-funqy/native.log",
                home.resolve("mvnw").toString(),
                "-B",
                "-ntp",
                "-f",
                project.resolve("pom.xml").toString(),
                "package",
                "-DskipTests",
                "-Dquarkus.native.enabled=true",
                "-Dquarkus.package.jar.enabled=false");
        return zip;
    }

    private static boolean changedSince(Path made, Path... inputs) throws IOException {
        var time = Files.getLastModifiedTime(made);
        for (var input : inputs) {
            try (var files = Files.walk(input)) {
                for (var file : (Iterable<Path>) files::iterator) {
                    if (Files.isRegularFile(file)
                            && Files.getLastModifiedTime(file).compareTo(time) > 0) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static void run(
            long boundSeconds, Path log, Map<String, String> environment, String otherwise, String... command)
            throws IOException, InterruptedException {
        Process process;
        try {
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
            builder.environment().putAll(environment);
            process = builder.start();
        } catch (IOException notThere) {
            throw new NotBuilt(otherwise, notThere);
        }
        try {
            if (!process.waitFor(boundSeconds, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new NotBuilt(otherwise);
            }
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
