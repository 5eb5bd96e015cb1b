package dev.vitrine.local.meter;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The figures as text for a terminal.
public final class FunctionsTable {
    private static final String HEAD = "%-28s %-6s %8s %6s %6s %5s %9s %9s %9s %9s %5s %7s %10s %11s%n";
    private static final String ROW = "%-28s %-6s %8d %6d %6d %5d %9s %9s %9s %9s %5d %7s %10.3f %11.7f%n";
    private static final double NANOS_PER_MILLI = 1e6;
    private static final long BYTES_PER_MB = 1024 * 1024;

    private FunctionsTable() {}

    public static String render(List<FunctionFigures> figures, Price price) {
        var table = new StringBuilder(head());
        for (var f : figures) {
            table.append(String.format(
                    Locale.ROOT,
                    ROW,
                    f.function(),
                    f.kind(),
                    f.invocations(),
                    f.errors(),
                    f.throttles(),
                    f.coldStarts(),
                    millis(f.coldP50()),
                    millis(f.coldP99()),
                    millis(f.warmP50()),
                    millis(f.warmP99()),
                    f.processes(),
                    f.residentBytes() / BYTES_PER_MB + " MB",
                    f.gbSeconds(),
                    f.priceDollars()));
        }
        var seconds = figures.stream().mapToDouble(FunctionFigures::gbSeconds).sum();
        var dollars =
                figures.stream().mapToDouble(FunctionFigures::priceDollars).sum();
        return table.append(String.format(
                        Locale.ROOT,
                        "In all %.3f GB-s; on AWS Lambda (%s, us-east-1) that is $%.7f%n",
                        seconds,
                        price.architecture(),
                        dollars))
                .toString();
    }

    private static String head() {
        return String.format(
                Locale.ROOT,
                HEAD,
                "function",
                "kind",
                "calls",
                "errors",
                "429",
                "cold",
                "cold p50",
                "cold p99",
                "warm p50",
                "warm p99",
                "procs",
                "memory",
                "GB-s",
                "US$");
    }

    private static String millis(Optional<Duration> duration) {
        return duration.map(d -> String.format(Locale.ROOT, "%.1f ms", d.toNanos() / NANOS_PER_MILLI))
                .orElse("-");
    }
}
