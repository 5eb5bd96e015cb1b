package dev.vitrine.local.store;

import dev.vitrine.local.life.StartRefused;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/// PostgreSQL's executables out of the zonky binaries' jar of this platform.
final class PostgresPrograms {

    /// The version of the jars on the class path; another version unpacks beside it.
    private static final String FOLDER = "postgresql-18.6.0";

    private static final int OWNER_EXECUTES = 0100;

    private PostgresPrograms() {}

    /// The folder that holds `initdb` and `postgres`.
    static Path bin(Path programs) throws IOException {
        return Programs.prepare(programs, FOLDER, PostgresPrograms::unpack).resolve("bin");
    }

    private static void unpack(Path folder) throws IOException {
        String name = "/postgres-" + Programs.system() + "-" + (Programs.isArm() ? "arm_64" : "x86_64") + ".txz";
        InputStream resource = PostgresPrograms.class.getResourceAsStream(name);
        if (resource == null) {
            throw new StartRefused("PostgreSQL is not packaged for this platform (" + System.getProperty("os.name")
                    + " " + System.getProperty("os.arch") + ")");
        }
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(resource)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, folder.resolve(entry.getName()).normalize());
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, target);
            boolean executable = (entry.getMode() & OWNER_EXECUTES) != 0;
            Files.setPosixFilePermissions(
                    target, PosixFilePermissions.fromString(executable ? "rwx------" : "rw-------"));
        }
    }
}
