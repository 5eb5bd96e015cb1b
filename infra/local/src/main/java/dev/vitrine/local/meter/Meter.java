package dev.vitrine.local.meter;

import dev.vitrine.local.catalog.Catalog;
import dev.vitrine.local.runtime.InvocationReport;
import dev.vitrine.local.runtime.PackageKind;
import dev.vitrine.local.runtime.RuntimeObserver;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Figures of every function.
public final class Meter implements RuntimeObserver {
    private final Map<String, FunctionMeter> functions = new LinkedHashMap<>();
    private final Price price;

    /// @param kinds what the package of an artefact is; asked when figures are
    public Meter(Catalog catalog, Price price, Function<String, PackageKind> kinds) {
        this.price = price;
        catalog.functions()
                .values()
                .forEach(f -> functions.put(f.name(), new FunctionMeter(f, () -> kinds.apply(f.artefact()))));
    }

    public List<FunctionFigures> figures() {
        return functions.values().stream().map(meter -> meter.figures(price)).toList();
    }

    public Price price() {
        return price;
    }

    @Override
    public void invoked(InvocationReport report) {
        functions.get(report.function()).invoked(report);
    }

    @Override
    public void throttled(String function) {
        functions.get(function).throttled();
    }

    @Override
    public void processStarted(String function, long pid) {
        functions.get(function).pids().add(pid);
    }

    @Override
    public void processEnded(String function, long pid) {
        functions.get(function).pids().remove(pid);
    }
}
