package dev.vitrine.local.life;

import java.io.IOException;

/// How a process is asked to stop. Java itself sends only TERM and KILL.
public enum Signal {
    /// Stop in order.
    TERM,
    /// PostgreSQL's fast shutdown: clients are disconnected, nothing committed is lost. Its TERM waits for clients.
    INT,
    /// Stop at once.
    KILL;

    private static final String GROUP_ELSE_PROCESS =
            "kill -s \"$0\" -- \"-$1\" 2>/dev/null || kill -s \"$0\" \"$1\" 2>/dev/null";

    /// Sends this signal to the group that the process leads ([Detached]), else to the process alone. One that is
    /// gone already is no failure.
    public void send(long pid) {
        try {
            new ProcessBuilder("sh", "-c", GROUP_ELSE_PROCESS, name(), Long.toString(pid))
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new IllegalStateException("cannot signal process " + pid, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while signalling process " + pid, e);
        }
    }
}
