package dev.vitrine.local.runtime;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;

/// Lets so many processes of functions start at once, over all functions. The others wait in a line, in the
/// order of their arrival, the urgent before all others: on few cores everything that starts at once is late
/// at once.
final class StartGate {
    private final int most;
    private final Deque<CompletableFuture<Void>> urgent = new ArrayDeque<>();
    private final Deque<CompletableFuture<Void>> others = new ArrayDeque<>();
    private int starting;

    StartGate(int most) {
        this.most = most;
    }

    /// Completes when the caller may start; it must [#leave()] afterwards.
    synchronized CompletableFuture<Void> enter(boolean isUrgent) {
        var turn = new CompletableFuture<Void>();
        (isUrgent ? urgent : others).addLast(turn);
        letIn();
        return turn;
    }

    /// A start is over, however it ended.
    synchronized void leave() {
        starting--;
        letIn();
    }

    private void letIn() {
        while (starting < most && !(urgent.isEmpty() && others.isEmpty())) {
            starting++;
            (urgent.isEmpty() ? others : urgent).removeFirst().complete(null);
        }
    }
}
