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

    /// Sends this signal; a process that is gone already is no failure.
    public void send(long pid) {
        try {
            new ProcessBuilder("sh", "-c", "kill -s \"$0\" \"$1\" 2>/dev/null", name(), Long.toString(pid))
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
