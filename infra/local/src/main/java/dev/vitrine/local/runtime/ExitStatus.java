package dev.vitrine.local.runtime;

import java.util.Map;

/// How Lambda words the end of a process.
final class ExitStatus {
    /// A JVM reports death by signal n as 128 + n.
    private static final int SIGNAL_BASE = 128;

    private static final Map<Integer, String> SIGNALS = Map.of(
            2, "interrupt",
            4, "illegal instruction",
            6, "aborted",
            7, "bus error",
            9, "killed",
            11, "segmentation fault",
            15, "terminated");

    private ExitStatus() {}

    static String words(int code) {
        var signal = SIGNALS.get(code - SIGNAL_BASE);
        return "Runtime exited with error: " + (signal == null ? "exit status " + code : "signal: " + signal);
    }
}
