package dev.vitrine.local;

import dev.vitrine.local.catalog.Catalog;
import dev.vitrine.local.life.Lifeline;
import dev.vitrine.local.life.Signal;
import dev.vitrine.local.meter.FunctionsTable;
import dev.vitrine.local.meter.Meter;
import dev.vitrine.local.meter.Price;
import dev.vitrine.local.runtime.FunctionPackage;
import dev.vitrine.local.runtime.FunctionRuntime;
import dev.vitrine.local.runtime.InvocationReport;
import dev.vitrine.local.runtime.InvocationResult;
import dev.vitrine.local.runtime.Invoker;
import dev.vitrine.local.runtime.RuntimeObserver;
import dev.vitrine.local.runtime.RuntimeSettings;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The functions: started on demand, metered, tied to the life of the local cloud.
final class FunctionsPart implements Service, Invoker {
    private final Catalog catalog;
    private final Layout layout;
    private final HouseEnvironment environment;
    private final Path data;
    private final Lifeline lifeline;
    private final Meter meter;
    /// Chosen at the start and kept: what a table says ran is what ran.
    private final Map<String, FunctionPackage> packages = new ConcurrentHashMap<>();

    private volatile FunctionRuntime runtime;

    FunctionsPart(Catalog catalog, Layout layout, HouseEnvironment environment, Path data, Lifeline lifeline) {
        this.catalog = catalog;
        this.layout = layout;
        this.environment = environment;
        this.data = data;
        this.lifeline = lifeline;
        this.meter = new Meter(catalog, Price.ofThisMachine(), artefact -> packages.get(artefact)
                .kind());
    }

    @Override
    public String name() {
        return "functions";
    }

    @Override
    public void start() {
        catalog.artefacts().keySet().forEach(artefact -> packages.put(artefact, layout.packageOf(artefact)));
        runtime = new FunctionRuntime(
                catalog,
                artefact -> packages.get(artefact).zip(),
                environment,
                RuntimeSettings.in(data, Set.of(KeyCheck.FUNCTION)),
                new TetheredProcesses(meter, lifeline));
    }

    @Override
    public void stop() {
        if (runtime != null) {
            runtime.close();
        }
    }

    @Override
    public InvocationResult invoke(String function, byte[] payload, Optional<String> trace) {
        return runtime.invoke(function, payload, trace);
    }

    Meter meter() {
        return meter;
    }

    /// What the functions did since the start, for a terminal.
    String table() {
        return FunctionsTable.render(meter.figures(), meter.price());
    }

    /// Passes everything on to the meter, and ties each process to the life of the local cloud.
    private record TetheredProcesses(Meter meter, Lifeline lifeline) implements RuntimeObserver {
        @Override
        public void invoked(InvocationReport report) {
            meter.invoked(report);
        }

        @Override
        public void throttled(String function) {
            meter.throttled(function);
        }

        @Override
        public void processStarted(String function, long pid) {
            ProcessHandle.of(pid).ifPresent(process -> lifeline.tether(process, Signal.KILL));
            meter.processStarted(function, pid);
        }

        @Override
        public void processEnded(String function, long pid) {
            meter.processEnded(function, pid);
        }
    }
}
