package dev.vitrine.bench;

import dev.vitrine.bench.fanout.FanOutCommand;
import dev.vitrine.bench.filter.FilterCommand;
import dev.vitrine.bench.ledger.LedgerCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `vitrine bench`.
@Command(
        name = "bench",
        description = "Measures this product beside its peers.",
        subcommands = {ColdStartCommand.class, FanOutCommand.class, FilterCommand.class, LedgerCommand.class},
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "WHAT")
public final class BenchCommand {
    private BenchCommand() {}

    public static void main(String[] arguments) {
        var line = new CommandLine(new BenchCommand());
        line.setExecutionExceptionHandler((failure, command, _) -> {
            command.getErr().println("vitrine: bench: " + failure);
            return 1;
        });
        System.exit(line.execute(arguments.length == 0 ? new String[] {"--help"} : arguments));
    }
}
