package dev.vitrine.it.upgrade;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZInputStream;
import org.tukaani.xz.XZOutputStream;

/// A data folder in one file. The system's `tar` reads and writes it, because objects bear extended
/// attributes, and Java has no tar.
final class DataArchive {
    /// What a start makes again, or nobody needs.
    private static final List<String> LEFT_OUT = List.of("programs", "packages", "log", "run", "lock");

    private DataArchive() {}

    static void pack(Path data, Path archive) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("tar", "--xattrs", "--numeric-owner", "-C", data.toString(), "-cf", "-"));
        LEFT_OUT.forEach(part -> command.add("--exclude=./" + part));
        command.add(".");
        var tar = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (InputStream from = tar.getInputStream();
                OutputStream to =
                        new XZOutputStream(Files.newOutputStream(archive), new LZMA2Options(LZMA2Options.PRESET_MAX))) {
            from.transferTo(to);
        }
        requireSuccess(tar);
    }

    static void unpack(Path archive, Path data) throws IOException, InterruptedException {
        Files.createDirectories(data);
        var tar = new ProcessBuilder("tar", "--xattrs", "--no-same-owner", "-p", "-C", data.toString(), "-xf", "-")
                .redirectErrorStream(true)
                .redirectOutput(data.resolveSibling("tar.log").toFile())
                .start();
        try (InputStream from = new XZInputStream(Files.newInputStream(archive));
                OutputStream to = tar.getOutputStream()) {
            from.transferTo(to);
        }
        requireSuccess(tar);
    }

    private static void requireSuccess(Process tar) throws InterruptedException {
        if (tar.waitFor() != 0) {
            throw new IllegalStateException("tar ended with " + tar.exitValue());
        }
    }
}
