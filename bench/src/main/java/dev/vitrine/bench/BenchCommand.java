package dev.vitrine.bench;

import java.util.ServiceLoader;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `vitrine bench`, with every bench of the class path.
@Command(
        name = "bench",
        description = "Measures this product beside its peers.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "WHAT")
public final class BenchCommand {
    private BenchCommand() {}

    public static void main(String[] arguments) {
        var line = new CommandLine(new BenchCommand());
        ServiceLoader.load(Bench.class).forEach(line::addSubcommand);
        line.setExecutionExceptionHandler((failure, command, _) -> {
            command.getErr().println("vitrine: bench: " + failure);
            return 1;
        });
        System.exit(line.execute(arguments.length == 0 ? new String[] {"--help"} : arguments));
    }
}
