package dev.vitrine.local.meter;

import dev.vitrine.local.catalog.FunctionSpec;
import dev.vitrine.local.runtime.InvocationReport;
import dev.vitrine.local.runtime.PackageKind;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/// The counters of one function.
final class FunctionMeter {
    private static final double MEDIAN = 0.5;
    private static final double P99 = 0.99;
    private static final double MB_PER_GB = 1024.0;
    private static final double MILLIS_PER_SECOND = 1000.0;

    private final FunctionSpec function;
    private final Supplier<PackageKind> kind;
    private final LongAdder invocations = new LongAdder();
    private final LongAdder errors = new LongAdder();
    private final LongAdder throttles = new LongAdder();
    private final LongAdder coldStarts = new LongAdder();
    private final LongAdder billedMillis = new LongAdder();
    private final Histogram cold = new Histogram();
    private final Histogram warm = new Histogram();
    private final Set<Long> pids = ConcurrentHashMap.newKeySet();

    FunctionMeter(FunctionSpec function, Supplier<PackageKind> kind) {
        this.function = function;
        this.kind = kind;
    }

    void invoked(InvocationReport report) {
        invocations.increment();
        billedMillis.add(report.billedMillis());
        if (report.failure().isPresent()) {
            errors.increment();
        }
        if (report.cold()) {
            coldStarts.increment();
        }
        if (report.failure().isEmpty()) {
            (report.cold() ? cold : warm).record(report.total());
        }
    }

    void throttled() {
        throttles.increment();
    }

    Set<Long> pids() {
        return pids;
    }

    FunctionFigures figures(Price price) {
        var gbSeconds = billedMillis.sum() / MILLIS_PER_SECOND * function.memoryMb() / MB_PER_GB;
        return new FunctionFigures(
                function.name(),
                kind.get(),
                function.memoryMb(),
                function.concurrency(),
                invocations.sum(),
                errors.sum(),
                throttles.sum(),
                coldStarts.sum(),
                cold.quantile(MEDIAN),
                cold.quantile(P99),
                warm.quantile(MEDIAN),
                warm.quantile(P99),
                pids.size(),
                ResidentMemory.bytes(pids),
                billedMillis.sum(),
                gbSeconds,
                price.of(gbSeconds, invocations.sum()));
    }
}
