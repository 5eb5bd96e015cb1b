package dev.vitrine.local.doctor;

import com.sun.management.OperatingSystemMXBean;
import dev.vitrine.live.ffmpeg.Ffmpeg;
import dev.vitrine.live.ffmpeg.FfmpegUnavailable;
import dev.vitrine.live.ffmpeg.ProcessRegistry;
import dev.vitrine.local.doctor.Check.Finding;
import dev.vitrine.local.life.DataFolder;
import dev.vitrine.local.life.Detached;
import dev.vitrine.local.life.Ports;
import dev.vitrine.local.life.StartRefused;
import dev.vitrine.local.store.RedisStore;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What the local cloud asks of the machine under it.
public final class MachineChecks {

    /// The release that the code is compiled for.
    static final int JDK = 25;

    /// The whole with every function warm.
    static final long MEMORY_BYTES = 2L << 30;

    /// Room for the unpacked programs and a few recordings.
    static final long DISK_BYTES = 2L << 30;

    private static final Set<String> ARCHITECTURES = Set.of("amd64", "x86_64", "aarch64");

    private MachineChecks() {}

    /// Every check of the machine for these ports and this data folder.
    public static List<Check> all(Ports ports, Path data) {
        List<Check> checks = new ArrayList<>(List.of(
                Check.of("JDK", MachineChecks::jdk),
                Check.of("architecture", MachineChecks::architecture),
                Check.of("memory", MachineChecks::memory),
                Check.of("disk", () -> disk(data)),
                Check.of("user", MachineChecks::user),
                Check.of("ffmpeg", () -> ffmpeg(data)),
                Check.of("Redis", () -> redis(data))));
        ports.uses().forEach(use -> checks.add(Check.of("port " + use.port(), () -> port(use))));
        return checks;
    }

    private static Finding jdk() {
        int feature = Runtime.version().feature();
        return feature >= JDK
                ? new Finding.Ok(Runtime.version().toString())
                : new Finding.Problem("JDK " + feature, "install JDK " + JDK + " and point JAVA_HOME at it");
    }

    private static Finding architecture() {
        String system = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        boolean known = system.startsWith("Linux") || system.startsWith("Mac");
        return known && ARCHITECTURES.contains(System.getProperty("os.arch"))
                ? new Finding.Ok(system)
                : new Finding.Problem(system, "use Linux or macOS on x86-64 or ARM64");
    }

    private static Finding memory() {
        long total = ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getTotalMemorySize();
        String found = megabytes(total) + " in this machine";
        return total >= MEMORY_BYTES
                ? new Finding.Ok(found)
                : new Finding.Problem(found, "at least " + megabytes(MEMORY_BYTES) + " are needed");
    }

    private static Finding disk(Path data) {
        try {
            Path existing = data.toAbsolutePath();
            while (!Files.exists(existing)) {
                existing = existing.getParent();
            }
            long free = Files.getFileStore(existing).getUsableSpace();
            String found = megabytes(free) + " free below " + existing;
            return free >= Math.max(DISK_BYTES, DataFolder.MIN_FREE_BYTES)
                    ? new Finding.Ok(found)
                    : new Finding.Problem(
                            found, "free " + megabytes(DISK_BYTES) + " or choose another disk with --data");
        } catch (IOException e) {
            return new Finding.Problem(e.toString(), "choose a folder that can be read with --data");
        }
    }

    private static Finding user() {
        String user = System.getProperty("user.name");
        return !user.equals("root") || Detached.onPath("unshare").isPresent()
                ? new Finding.Ok(user)
                : new Finding.Problem(user, "install 'unshare' (package util-linux) or start as another user");
    }

    /// Unpacks it where `up` would, because only a start shows what a machine lacks.
    private static Finding ffmpeg(Path data) {
        try {
            Ffmpeg.install(data.toAbsolutePath().resolve("programs"), ProcessRegistry.none());
            return new Finding.Ok("starts");
        } catch (FfmpegUnavailable e) {
            return new Finding.Problem("does not start", e.getMessage());
        }
    }

    private static Finding redis(Path data) {
        Path home = data.toAbsolutePath();
        try {
            return new Finding.Ok(RedisStore.serverFor(home.resolve("redis"), home.resolve("programs")));
        } catch (IOException | StartRefused e) {
            return new Finding.Problem("does not start", e.getMessage());
        }
    }

    private static Finding port(Ports.Use use) {
        return use.free()
                ? new Finding.Ok("free for " + use.purpose())
                : new Finding.Problem("in use", "stop what uses it or choose another with " + use.flag());
    }

    private static String megabytes(long bytes) {
        return (bytes >> 20) + " MB";
    }
}
