package dev.vitrine.chat.bench.filter;

import dev.vitrine.bench.Bench;
import dev.vitrine.bench.Machine;
import dev.vitrine.chat.filter.entity.Word;
import dev.vitrine.chat.filter.entity.WordFilter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `vitrine bench filter`.
@Command(
        name = "filter",
        description = "Measures the message filter beside plain ways to look for words.",
        mixinStandardHelpOptions = true)
public final class FilterCommand implements Bench {
    private static final double NANOS_PER_MICRO = 1_000;
    private static final double KB = 1_000;
    private static final int MOST_WORDS = 200_000;

    @Spec
    private CommandSpec spec;

    @Option(names = "--words", defaultValue = "150000", description = "words of the list, at most 200000")
    private int words;

    @Override
    public Integer call() throws RunnerException, IOException {
        var out = spec.commandLine().getOut();
        if (words < 1 || words > MOST_WORDS) {
            spec.commandLine().getErr().println("vitrine: bench filter: --words must be 1 to " + MOST_WORDS);
            return 2;
        }
        var results = new Runner(new OptionsBuilder()
                        .include(FilterBenchmark.class.getName())
                        .param("words", Integer.toString(words))
                        .jvmArgsAppend("-Xmx1g", "--sun-misc-unsafe-memory-access=allow")
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run();
        var met = table(out, results);
        compiled(out);
        out.println(Machine.describe() + "; seed " + Texts.SEED + ", messages of " + Texts.CHARACTERS + " characters");
        out.flush();
        return met ? 0 : 1;
    }

    /// @return whether the filter kept its limit
    private boolean table(PrintWriter out, Collection<RunResult> results) {
        var met = true;
        out.printf(
                Locale.ROOT,
                "%-44s %9s %9s %9s %12s %14s%n",
                "",
                "p50 us",
                "p99 us",
                "p99.9 us",
                "Mchar/s",
                "p99 of limit");
        for (var result : results) {
            var times = result.getPrimaryResult().getStatistics();
            var name = result.getParams().getBenchmark();
            var benchmark = name.substring(name.lastIndexOf('.') + 1);
            var p99 = times.getPercentile(99) / NANOS_PER_MICRO;
            out.printf(
                    Locale.ROOT,
                    "%-44s %9.2f %9.2f %9.2f %12.1f %14.2f%n",
                    label(benchmark)
                            + ", "
                            + result.getParams().getParam("kind").toLowerCase(Locale.ROOT),
                    times.getPercentile(50) / NANOS_PER_MICRO,
                    p99,
                    times.getPercentile(99.9) / NANOS_PER_MICRO,
                    Texts.CHARACTERS * NANOS_PER_MICRO / times.getMean(),
                    p99 / Limit.P99_MICROS);
            met &= Limit.met(benchmark, p99);
        }
        out.printf(Locale.ROOT, "limit: p99 at most %.0f us for %d characters%n", Limit.P99_MICROS, Texts.CHARACTERS);
        return met;
    }

    private String label(String benchmark) {
        return switch (benchmark) {
            case Limit.HELD -> "filter, " + words + " words";
            case "trieAlone" -> "automaton alone, no evasion found";
            case "regularExpressionOfFew" -> "java.util.regex, " + FilterBenchmark.FEW + " words";
            default -> benchmark;
        };
    }

    /// What a function pays when it first needs the list.
    private void compiled(PrintWriter out) throws IOException {
        var listed = new Texts(Texts.SEED)
                .words(words).stream()
                        .map(text -> new Word(text, Word.Action.REJECT))
                        .toList();
        var begun = System.nanoTime();
        var filter = WordFilter.of(listed);
        var built = System.nanoTime();
        var bytes = new ByteArrayOutputStream();
        filter.write(bytes);
        var written = System.nanoTime();
        WordFilter.read(new ByteArrayInputStream(bytes.toByteArray()));
        var read = System.nanoTime();
        out.printf(
                Locale.ROOT,
                "compiled once in %d ms, %.0f kB; read in %d ms%n",
                TimeUnit.NANOSECONDS.toMillis(built - begun),
                bytes.size() / KB,
                TimeUnit.NANOSECONDS.toMillis(read - written));
    }
}
