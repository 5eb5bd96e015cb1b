package dev.vitrine.local;

import dev.vitrine.local.life.LocalLog;
import dev.vitrine.local.life.StartRefused;
import java.io.PrintWriter;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `vitrine`: the local cloud from the command line.
@Command(
        name = "vitrine",
        description = "Runs Vitrine's functions and stores on this machine.",
        subcommands = {UpCommand.class, DemoCommand.class, DoctorCommand.class, TrainCommand.class, AuditCommand.class},
        mixinStandardHelpOptions = true,
        version = "vitrine 0.1.0",
        synopsisSubcommandLabel = "COMMAND")
public final class Main {

    static final int FAILED = 1;
    static final int WRONG_USE = 2;

    private static final Logger LOG = System.getLogger(Main.class.getName());

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(run(new PrintWriter(System.out, true), new PrintWriter(System.err, true), arguments));
    }

    /// Runs one command and answers its exit code; one line on `err` for whatever goes wrong.
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        LocalLog.quiet();
        return new CommandLine(new Main())
                .setOut(out)
                .setErr(err)
                .setParameterExceptionHandler((wrong, given) -> wrongUse(err, wrong.getMessage()))
                .setExecutionExceptionHandler((failure, command, parsed) -> failed(err, failure))
                .execute(arguments);
    }

    private static int wrongUse(PrintWriter err, String message) {
        err.println("vitrine: " + oneLine(message) + " (see --help)");
        return WRONG_USE;
    }

    private static int failed(PrintWriter err, Exception failure) {
        LOG.log(Level.ERROR, "the local cloud stops", failure);
        String message = failure instanceof StartRefused
                ? failure.getMessage()
                : failure.getClass().getSimpleName() + ": " + failure.getMessage();
        err.println("vitrine: " + oneLine(message));
        return FAILED;
    }

    private static String oneLine(String message) {
        return message.strip().replaceAll("\\s*\\R\\s*", "; ");
    }
}
