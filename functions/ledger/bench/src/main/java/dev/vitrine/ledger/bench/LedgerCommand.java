package dev.vitrine.ledger.bench;

import dev.vitrine.bench.Bench;
import dev.vitrine.bench.Machine;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// What a transfer, a balance and a settlement cost.
@Command(
        name = "ledger",
        description = "Transfers beside the same SQL work without rules, balances among many entries, settlement.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class LedgerCommand implements Bench {
    private static final int MOST_ENTRIES = 20_000_000;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "10",
            description = "Each measurement (${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "3",
            description = "How often ours and the limit take turns (${DEFAULT-VALUE}).")
    private int rounds;

    @Option(names = "--clients", paramLabel = "N", defaultValue = "20", description = "At once (${DEFAULT-VALUE}).")
    private int clients;

    @Option(
            names = "--entries",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "Among which balances are read and income is settled (${DEFAULT-VALUE}).")
    private int entries;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            defaultValue = "${sys:vitrine.home:-.}",
            description = "Folder that holds functions/ (where the launcher is).")
    private Path home;

    @Override
    public Integer call() throws Exception {
        require("--seconds", seconds, 1, 600);
        require("--rounds", rounds, 1, 20);
        require("--clients", clients, 1, 90);
        require("--entries", entries, 1_000, MOST_ENTRIES);
        var out = spec.commandLine().getOut();
        out.println(LocalDate.now(ZoneOffset.UTC) + ", " + Machine.describe());
        out.flush();
        try (var books = BenchBooks.start(home.toAbsolutePath().normalize())) {
            return new LedgerBench(books, new LedgerBench.Plan(seconds, rounds, clients, entries), out).run() ? 0 : 1;
        }
    }

    private void require(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new ParameterException(spec.commandLine(), name + " " + value + ": must be " + least + " to " + most);
        }
    }
}
