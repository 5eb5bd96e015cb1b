package dev.vitrine.local.meter;

import dev.vitrine.local.runtime.PackageKind;
import java.time.Duration;
import java.util.Optional;

/// The figures of one function since the start. Latencies are of successful invocations; a cold one includes the
/// start of the process.
public record FunctionFigures(
        String function,
        PackageKind kind,
        int memoryMb,
        int concurrency,
        long invocations,
        long errors,
        long throttles,
        long coldStarts,
        Optional<Duration> coldP50,
        Optional<Duration> coldP99,
        Optional<Duration> warmP50,
        Optional<Duration> warmP99,
        int processes,
        long residentBytes,
        long billedMillis,
        double gbSeconds,
        double priceDollars) {}
