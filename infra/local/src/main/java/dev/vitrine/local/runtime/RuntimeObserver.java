package dev.vitrine.local.runtime;

/// Is told what happens. Called on the invoking thread: must be quick and must not throw.
public interface RuntimeObserver {
    void invoked(InvocationReport report);

    void throttled(String function);

    /// A process was started; its PID must not survive this JVM.
    void processStarted(String function, long pid);

    /// The process is gone.
    void processEnded(String function, long pid);
}
