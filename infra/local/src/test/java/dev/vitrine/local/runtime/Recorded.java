package dev.vitrine.local.runtime;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Remembers what the runtime reported.
final class Recorded implements RuntimeObserver {
    final List<InvocationReport> reports = Collections.synchronizedList(new ArrayList<>());
    final List<String> throttled = Collections.synchronizedList(new ArrayList<>());
    final Set<Long> pids = ConcurrentHashMap.newKeySet();

    @Override
    public void invoked(InvocationReport report) {
        reports.add(report);
    }

    @Override
    public void throttled(String function) {
        throttled.add(function);
    }

    @Override
    public void processStarted(String function, long pid) {
        pids.add(pid);
    }

    @Override
    public void processEnded(String function, long pid) {
        pids.remove(pid);
    }
}
