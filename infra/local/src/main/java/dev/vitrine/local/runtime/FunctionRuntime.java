package dev.vitrine.local.runtime;

import dev.vitrine.local.catalog.Catalog;
import dev.vitrine.local.catalog.FunctionSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// All functions of the catalog, started on demand.
public final class FunctionRuntime implements Invoker, AutoCloseable {
    /// Idle processes are looked for this many times within the idle bound.
    private static final int REAPS_PER_IDLE = 5;

    private static final Duration LONGEST_REAP_PERIOD = Duration.ofSeconds(10);

    private final Map<String, FunctionPool> pools = new LinkedHashMap<>();
    private final LogFile log;
    private final Thread reaper;

    /// @param environment what the house adds to the environment of a function, such as addresses and credentials
    public FunctionRuntime(
            Catalog catalog,
            Artefacts artefacts,
            Function<FunctionSpec, Map<String, String>> environment,
            RuntimeSettings settings,
            RuntimeObserver observer) {
        this.log = new LogFile(settings.log(), LogFile.MAX_BYTES);
        var packages = new Packages(settings.packages(), artefacts);
        var variables = new FunctionEnvironment(environment);
        var gate = new StartGate(settings.mostStarting());
        for (var function : catalog.functions().values()) {
            pools.put(function.name(), new FunctionPool(function, packages, variables, log, settings, observer, gate));
        }
        this.reaper = Thread.ofVirtual().name("function-reaper").start(() -> reap(settings.idle()));
    }

    @Override
    public InvocationResult invoke(String function, byte[] payload, Optional<String> trace) {
        var pool = pools.get(function);
        if (pool == null) {
            throw new IllegalArgumentException("catalog.yaml has no function " + function);
        }
        try {
            return pool.invoke(payload, trace);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + function + " worked", e);
        }
    }

    private void reap(Duration idle) {
        var period = idle.dividedBy(REAPS_PER_IDLE);
        try {
            while (true) {
                Thread.sleep(period.compareTo(LONGEST_REAP_PERIOD) > 0 ? LONGEST_REAP_PERIOD : period);
                pools.values().forEach(pool -> pool.reap(Instant.now()));
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /// Stops every process, TERM first; what is in the middle of an invocation fails with `Runtime.ExitError`.
    /// Blocks until all are gone.
    @Override
    public void close() {
        reaper.interrupt();
        pools.values().forEach(FunctionPool::close);
        pools.values().forEach(FunctionPool::awaitGone);
        log.close();
    }
}
