package dev.vitrine.chat.run.control;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/// Work beside the turns, one at a time: a slow store must not hold up a room. A failure is logged, and the
/// work is due again at the next turn.
final class SideTask {
    private static final Logger LOG = Logger.getLogger(SideTask.class);

    private final String name;
    private final Executor executor;
    private final AtomicBoolean busy = new AtomicBoolean();

    SideTask(String name, Executor executor) {
        this.name = name;
        this.executor = executor;
    }

    boolean idle() {
        return !busy.get();
    }

    void run(Runnable work) {
        if (!busy.compareAndSet(false, true)) {
            return;
        }
        executor.execute(() -> {
            try {
                work.run();
            } catch (RuntimeException failure) {
                LOG.errorf(failure, "%s failed", name);
            } finally {
                busy.set(false);
            }
        });
    }
}
