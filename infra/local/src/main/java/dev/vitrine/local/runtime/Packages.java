package dev.vitrine.local.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// Unpacks `function.zip`s into folders named by content: a changed package is a new folder, so processes of both
/// can live side by side.
public final class Packages {
    static final String BOOTSTRAP = "bootstrap";
    private static final int NAME_BYTES = 8;
    private static final int BUFFER_BYTES = 64 * 1024;
    /// An AOT cache serves jars of the same size and time only. The folder's name stands for the content, so that one
    /// cache serves every folder the package is unpacked to.
    private static final FileTime UNPACKED = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

    private record Unpacked(FileTime modified, long size, Path folder) {}

    private final Path root;
    private final Artefacts artefacts;
    private final Map<String, Unpacked> known = new ConcurrentHashMap<>();

    public Packages(Path root, Artefacts artefacts) {
        this.root = root.toAbsolutePath();
        this.artefacts = artefacts;
    }

    /// The folder of the artefact as its zip is now; unpacks when the zip is new or changed.
    public Path folder(String artefact) {
        return known.compute(artefact, (name, earlier) -> current(name, artefacts.zip(name), earlier))
                .folder();
    }

    /// The AOT cache of the artefact's package as it is now, whether there is one or not.
    public AotCache aotCache(String artefact) {
        return AotCache.of(
                artefacts.zip(artefact), folder(artefact).getFileName().toString());
    }

    private Unpacked current(String artefact, Path zip, Unpacked earlier) {
        try {
            var modified = Files.getLastModifiedTime(zip);
            var size = Files.size(zip);
            if (earlier != null && earlier.modified().equals(modified) && earlier.size() == size) {
                return earlier;
            }
            var folder = root.resolve(name(artefact, zip));
            if (!Files.isExecutable(folder.resolve(BOOTSTRAP))) {
                unpack(zip, folder);
            }
            if (earlier == null) {
                removeOthers(artefact, folder);
            }
            return new Unpacked(modified, size, folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot unpack " + zip, e);
        }
    }

    /// What a package is called: its artefact and a hash of its content.
    static String name(String artefact, Path zip) throws IOException {
        return artefact + "-" + hash(zip);
    }

    /// Into a folder beside it first: a crash half-way leaves nothing that looks whole.
    private void unpack(Path zip, Path folder) throws IOException {
        Files.createDirectories(root);
        var partial = root.resolve(".partial-" + UUID.randomUUID());
        try (var archive = FileSystems.newFileSystem(zip, Map.of("enablePosixFileAttributes", "true"))) {
            var top = archive.getPath("/");
            try (var entries = Files.walk(top)) {
                for (var entry : (Iterable<Path>) entries::iterator) {
                    copy(
                            entry,
                            partial.resolve(top.relativize(entry).toString()).normalize(),
                            partial);
                }
            }
        }
        var bootstrap = partial.resolve(BOOTSTRAP);
        if (!Files.isRegularFile(bootstrap)) {
            delete(partial);
            throw new IOException("no 'bootstrap' in it");
        }
        Files.setPosixFilePermissions(bootstrap, PosixFilePermissions.fromString("rwxr-xr-x"));
        if (Files.exists(folder)) {
            delete(folder);
        }
        Files.move(partial, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void copy(Path entry, Path target, Path folder) throws IOException {
        if (!target.startsWith(folder)) {
            throw new IOException("entry " + entry + " leads out of the package");
        }
        if (Files.isDirectory(entry)) {
            Files.createDirectories(target);
            return;
        }
        Files.copy(entry, target);
        var permissions = EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        permissions.addAll(Files.getPosixFilePermissions(entry));
        Files.setPosixFilePermissions(target, permissions);
        Files.setLastModifiedTime(target, UNPACKED);
    }

    /// At the first use after a start no process of an older package runs.
    private void removeOthers(String artefact, Path current) throws IOException {
        try (var folders = Files.list(root)) {
            for (var folder : (Iterable<Path>) folders::iterator) {
                var name = folder.getFileName().toString();
                var mine = name.matches(java.util.regex.Pattern.quote(artefact) + "-[0-9a-f]{" + 2 * NAME_BYTES + "}");
                if (mine && !folder.equals(current)) {
                    delete(folder);
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            for (var path : (Iterable<Path>) paths.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(path);
            }
        }
    }

    private static String hash(Path zip) throws IOException {
        try (InputStream in = Files.newInputStream(zip)) {
            var digest = MessageDigest.getInstance("SHA-256");
            var buffer = new byte[BUFFER_BYTES];
            for (var n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
            return HexFormat.of().formatHex(digest.digest(), 0, NAME_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
