package dev.vitrine.bench;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/// The processor time of a system's parts between two moments. Looks again and again, so that of a process
/// that ends in between no more than the last look is missed.
public final class ProcessorTime {
    private static final long LOOK_MILLIS = 250;
    private static final double TICKS_PER_SECOND = 100; // USER_HZ on every Linux we run on

    private final Processes processes;
    private final Map<Long, Long> first = new HashMap<>();
    private final Map<Long, Long> last = new HashMap<>();
    private final Map<Long, String> parts = new HashMap<>();
    private final Thread watcher;

    private ProcessorTime(Processes processes) {
        this.processes = processes;
        processes.find().get().forEach(running -> first.put(running.pid(), Processes.ticks(running.pid())));
        watcher = Thread.ofPlatform().daemon().name("processor-time").start(this::watch);
    }

    public static ProcessorTime since(Processes processes) {
        return new ProcessorTime(processes);
    }

    private void watch() {
        try {
            while (true) {
                look();
                Thread.sleep(LOOK_MILLIS);
            }
        } catch (InterruptedException stopped) {
            look();
        }
    }

    private void look() {
        for (var running : processes.find().get()) {
            parts.put(running.pid(), running.part());
            last.merge(running.pid(), Processes.ticks(running.pid()), Math::max);
        }
    }

    /// Seconds by part.
    public Map<String, Double> until() throws InterruptedException {
        watcher.interrupt();
        watcher.join();
        var seconds = new TreeMap<String, Double>();
        last.forEach((pid, ticks) -> seconds.merge(
                parts.get(pid), Math.max(0, ticks - first.getOrDefault(pid, 0L)) / TICKS_PER_SECOND, Double::sum));
        return seconds;
    }
}
