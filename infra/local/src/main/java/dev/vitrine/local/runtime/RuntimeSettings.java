package dev.vitrine.local.runtime;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

/// Bounds of the runtime.
///
/// @param packages folder for unpacked function packages
/// @param log the one JSON log of all functions
/// @param idle an idle process is stopped after this long
/// @param init a process has this long from its start to its first request for work
/// @param stop a process has this long between TERM and KILL
/// @param maxWaiting callers that may wait for a free process, per function
/// @param maxWait how long each of them waits before it is throttled
/// @param mostStarting processes that may start at once, over all functions
/// @param urgent functions whose processes start before all others that wait for that
public record RuntimeSettings(
        Path packages,
        Path log,
        Duration idle,
        Duration init,
        Duration stop,
        int maxWaiting,
        Duration maxWait,
        int mostStarting,
        Set<String> urgent) {
    /// Lambda's limit for a synchronous answer ("Lambda quotas": 6 MB).
    public static final int MAX_RESPONSE_BYTES = 6 * 1024 * 1024;

    public static final Duration DEFAULT_IDLE = Duration.ofMinutes(5);
    /// Lambda allows 10 s and then tries once more within the timeout; two busy cores need longer to boot a JVM.
    public static final Duration DEFAULT_INIT = Duration.ofSeconds(30);

    public static final Duration DEFAULT_STOP = Duration.ofSeconds(2);
    public static final int DEFAULT_MAX_WAITING = 200;
    public static final Duration DEFAULT_MAX_WAIT = Duration.ofSeconds(10);

    /// Beside one start for each core these wait for the disk or for a store.
    private static final int STARTS_BESIDE_CORES = 2;

    /// As many as may start at once on this machine.
    public static int startsOnThisMachine() {
        return Runtime.getRuntime().availableProcessors() + STARTS_BESIDE_CORES;
    }

    /// The usual bounds, with everything below one data folder.
    public static RuntimeSettings in(Path dataFolder, Set<String> urgent) {
        return new RuntimeSettings(
                dataFolder.resolve("packages"),
                dataFolder.resolve("log").resolve("functions.json"),
                DEFAULT_IDLE,
                DEFAULT_INIT,
                DEFAULT_STOP,
                DEFAULT_MAX_WAITING,
                DEFAULT_MAX_WAIT,
                startsOnThisMachine(),
                urgent);
    }
}
