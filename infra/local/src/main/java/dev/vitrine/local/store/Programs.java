package dev.vitrine.local.store;

import dev.vitrine.local.life.FolderTree;
import dev.vitrine.local.life.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

/// Programs that travel in jars, unpacked once per data folder. A folder under its final name is complete.
final class Programs {

    private Programs() {}

    /// Fills a new folder with a program.
    @FunctionalInterface
    interface Unpack {
        void into(Path folder) throws IOException;
    }

    /// The folder `name` of `programs`, unpacked when it is not there yet.
    static Path prepare(Path programs, String name, Unpack unpack) throws IOException {
        Path ready = programs.resolve(name);
        if (Files.isDirectory(ready)) {
            return ready;
        }
        Path partial = programs.resolve(name + ".partial");
        FolderTree.delete(partial);
        PrivateFiles.createFolder(partial);
        unpack.into(partial);
        return Files.move(partial, ready, StandardCopyOption.ATOMIC_MOVE);
    }

    /// `linux` or `darwin`.
    static String system() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
    }

    static boolean isArm() {
        return System.getProperty("os.arch").equals("aarch64");
    }
}
