package dev.vitrine.local.life;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Commands that run in a session of their own.
///
/// Ctrl-C goes to every process of the terminal's group at once; what runs detached is stopped by the local cloud
/// instead, in its order. macOS has no `setsid`: there the command runs as it is and Ctrl-C reaches it directly.
public final class Detached {

    private static final Optional<Path> SETSID = onPath("setsid");

    private Detached() {}

    /// The command with whatever this system needs in front of it; the process id stays the command's own.
    public static List<String> command(List<String> command) {
        List<String> detached = new ArrayList<>();
        SETSID.ifPresent(program -> detached.add(program.toString()));
        detached.addAll(command);
        return detached;
    }

    /// The executable called `name` in one of the folders of PATH.
    public static Optional<Path> onPath(String name) {
        String path = System.getenv().getOrDefault("PATH", "");
        return Stream.of(path.split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
