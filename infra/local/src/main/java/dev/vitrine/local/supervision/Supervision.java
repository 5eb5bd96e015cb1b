package dev.vitrine.local.supervision;

import dev.vitrine.local.Service;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Watches over all parts that can fail by themselves. The last to start and the first to stop, so that
/// nothing is started again that was stopped in order.
public final class Supervision implements Service {
    private final List<? extends Watched> parts;
    private final Consumer<String> console;
    private final List<Thread> threads = new ArrayList<>();

    /// @param console one line when a part goes, one when it is back
    public Supervision(List<? extends Watched> parts, Consumer<String> console) {
        this.parts = List.copyOf(parts);
        this.console = console;
    }

    @Override
    public String name() {
        return "supervision";
    }

    /// What is known of each part now.
    public List<Condition.State> states() {
        return parts.stream().map(part -> part.condition().state()).toList();
    }

    @Override
    public void start() {
        for (Watched part : parts) {
            part.condition().tellTo(console);
            Watch watch = new Watch(part, InstantSource.system(), Watched.ANSWER_WITHIN);
            threads.add(Thread.ofVirtual()
                    .name("watch-" + part.condition().state().key())
                    .start(() -> keepWatching(watch)));
        }
    }

    private static void keepWatching(Watch watch) {
        try {
            while (true) {
                watch.round();
                Thread.sleep(Watch.PERIOD);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() throws InterruptedException {
        threads.forEach(Thread::interrupt);
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
