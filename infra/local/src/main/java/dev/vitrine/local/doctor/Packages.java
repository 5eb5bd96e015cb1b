package dev.vitrine.local.doctor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// What is there of an artefact, for the JVM and as an executable.
record Packages(Jvm jvm, Executable executable) {
    enum Jvm {
        CURRENT("JVM package"),
        /// Nobody knows of which sources.
        FOUND("JVM package of unknown age"),
        OLD("JVM package of older sources"),
        NONE("no JVM package");

        private final String words;

        Jvm(String words) {
            this.words = words;
        }
    }

    enum Executable {
        OPTIMISED("optimised executable"),
        QUICK("quick executable"),
        FOUND("executable of unknown age"),
        OLD("executable of older sources"),
        NONE("no executable");

        private final String words;

        Executable(String words) {
            this.words = words;
        }
    }

    /// As the launcher says it, who knows the sources: `current/optimised`.
    ///
    /// @throws IllegalArgumentException in other words
    static Packages told(String states) {
        var parts = states.split("/", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("'" + states + "' is not JVM/EXECUTABLE");
        }
        return new Packages(state(Jvm.values(), parts[0]), state(Executable.values(), parts[1]));
    }

    private static <E extends Enum<E>> E state(E[] states, String name) {
        return Arrays.stream(states)
                .filter(state -> state.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no state '" + name + "' of a package"));
    }

    /// What a folder holds: that of an archive is of one making, that of the source tree of any.
    static Packages in(Path artefact) {
        var jvm = Files.isRegularFile(artefact.resolve("function.zip"))
                ? Jvm.CURRENT
                : Files.isRegularFile(artefact.resolve("target/function.zip")) ? Jvm.FOUND : Jvm.NONE;
        var executable = Files.isRegularFile(artefact.resolve("native/function.zip"))
                ? Executable.OPTIMISED
                : Files.isRegularFile(artefact.resolve("target/native/function.zip"))
                        ? Executable.FOUND
                        : Executable.NONE;
        return new Packages(jvm, executable);
    }

    boolean missing() {
        return jvm == Jvm.NONE && executable == Executable.NONE;
    }

    String words() {
        return jvm.words + ", " + executable.words;
    }
}
