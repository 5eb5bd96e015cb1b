package dev.vitrine.local.runtime;

import java.util.function.LongConsumer;

/// An observer that only passes on which processes were started, for whoever watches over them.
public record Tethered(LongConsumer started) implements RuntimeObserver {
    @Override
    public void invoked(InvocationReport report) {
        // nobody bills it
    }

    @Override
    public void throttled(String function) {
        // the caller is told
    }

    @Override
    public void processStarted(String function, long pid) {
        started.accept(pid);
    }

    @Override
    public void processEnded(String function, long pid) {
        // a watcher notices by itself
    }
}
