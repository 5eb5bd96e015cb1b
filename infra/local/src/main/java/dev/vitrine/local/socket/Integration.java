package dev.vitrine.local.socket;

import dev.vitrine.local.runtime.InvocationResult;
import dev.vitrine.local.runtime.Invoker;
import java.time.Duration;
import java.util.Optional;

/// The function behind a path. As many events are with it at once as it may have processes; the others wait
/// here for their turn, and not in the room of the runtime, which a burst of sockets would fill.
final class Integration {
    private final String function;
    private final Invoker invoker;
    private final Duration patience;
    private final Turns turns;
    private volatile boolean closed;

    Integration(String function, int concurrency, Duration patience, Invoker invoker) {
        this.function = function;
        this.invoker = invoker;
        this.patience = patience;
        this.turns = new Turns(concurrency);
    }

    String function() {
        return function;
    }

    InvocationResult invoke(Turn turn, byte[] event) throws InterruptedException {
        if (closed || !turns.take(turn, patience)) {
            return new InvocationResult.Throttled(function);
        }
        try {
            return closed
                    ? new InvocationResult.Throttled(function)
                    : invoker.invoke(function, event, Optional.empty());
        } finally {
            turns.give(turn);
        }
    }

    /// From now on every event is refused.
    void close() {
        closed = true;
    }
}
