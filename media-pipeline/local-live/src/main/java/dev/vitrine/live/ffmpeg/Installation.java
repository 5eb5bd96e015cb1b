package dev.vitrine.live.ffmpeg;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/// The executables and their libraries, copied out of the jar once into a folder named by their content.
record Installation(Path folder, Platform platform) {
    private static final String EXECUTABLE = "ffmpeg";
    /// Java bindings: not needed to run the executables.
    private static final String BINDINGS = "libjni";

    static Installation into(Path parent) {
        Platform platform = Platform.current();
        String prefix = "org/bytedeco/ffmpeg/" + platform.name() + "/";
        URL executable = Installation.class.getClassLoader().getResource(prefix + EXECUTABLE);
        if (executable == null) {
            throw new FfmpegUnavailable("the ffmpeg jar for " + platform.name() + " is not on the class path");
        }
        try {
            JarFile jar = ((JarURLConnection) executable.openConnection()).getJarFile();
            List<JarEntry> entries = jar.stream()
                    .filter(entry -> !entry.isDirectory() && entry.getName().startsWith(prefix))
                    .filter(entry -> !entry.getName().startsWith(prefix + BINDINGS))
                    .toList();
            Path folder = parent.toAbsolutePath().resolve(platform.name() + "-" + stamp(entries));
            if (!Files.isDirectory(folder)) {
                copy(jar, entries, prefix, folder);
            }
            return new Installation(folder, platform);
        } catch (IOException e) {
            throw new FfmpegUnavailable("ffmpeg cannot be installed in " + parent + ": " + e, e);
        }
    }

    Path ffmpeg() {
        return folder.resolve(EXECUTABLE);
    }

    Path ffprobe() {
        return folder.resolve("ffprobe");
    }

    private static String stamp(List<JarEntry> entries) {
        CRC32 stamp = new CRC32();
        for (JarEntry entry : entries) {
            stamp.update((entry.getName() + ":" + entry.getSize() + ":" + entry.getCrc() + "\n").getBytes());
        }
        return "%08x".formatted(stamp.getValue());
    }

    private static void copy(JarFile jar, List<JarEntry> entries, String prefix, Path folder) throws IOException {
        Files.createDirectories(folder.getParent());
        Path beside = Files.createTempDirectory(folder.getParent(), ".ffmpeg-");
        try {
            for (JarEntry entry : entries) {
                Path file = beside.resolve(entry.getName().substring(prefix.length()));
                try (InputStream in = jar.getInputStream(entry)) {
                    Files.copy(in, file);
                }
                if (!file.toFile().setExecutable(true, false)) {
                    throw new IOException(file + " cannot be made executable");
                }
            }
            if (!beside.toFile().setReadable(true, false) || !beside.toFile().setExecutable(true, false)) {
                throw new IOException(beside + " cannot be made readable");
            }
            moveUnlessThere(beside, folder);
        } finally {
            delete(beside);
        }
    }

    private static void moveUnlessThere(Path beside, Path folder) throws IOException {
        try {
            Files.move(beside, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (!Files.isDirectory(folder)) {
                throw e;
            } // another process finished the same installation first: its content is the same
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
