package dev.vitrine.live.ffmpeg;

/// Hears of every process that is started, so that a host can end what would otherwise outlive it.
///
/// `started` is called before the process is handed to its user; when it throws, the process is ended and the
/// start fails. `ended` is called once for each `started`, after the process has exited, from any thread.
public interface ProcessRegistry {
    void started(ProcessHandle process);

    void ended(ProcessHandle process);

    /// For hosts that need no record.
    static ProcessRegistry none() {
        return new ProcessRegistry() {
            @Override
            public void started(ProcessHandle process) {}

            @Override
            public void ended(ProcessHandle process) {}
        };
    }
}
