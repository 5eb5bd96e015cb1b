package dev.vitrine.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// What the figures were measured on.
public final class Machine {
    private static final double GB = 1e9;

    private Machine() {}

    public static String describe() {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return String.format(
                Locale.ROOT,
                "%s, %d cores, %.0f GB, %s %s %s, load %.1f, JVM %s",
                processor(),
                system.getAvailableProcessors(),
                system.getTotalMemorySize() / GB,
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                System.getProperty("os.arch"),
                system.getSystemLoadAverage(),
                System.getProperty("java.vm.version"));
    }

    private static String processor() {
        try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .orElse("unknown processor");
        } catch (IOException noProc) {
            return "unknown processor";
        }
    }
}
