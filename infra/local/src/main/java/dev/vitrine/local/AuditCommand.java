package dev.vitrine.local;

import dev.vitrine.local.audit.AuditReport;
import dev.vitrine.local.audit.LedgerAudit;
import dev.vitrine.local.life.Ports;
import dev.vitrine.local.life.Secrets;
import dev.vitrine.local.life.StartRefused;
import dev.vitrine.local.store.Database;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Looks whether the books of a running local cloud are whole.
@Command(
        name = "audit",
        description = "Says whether the ledger balances and its chain is intact, or names what is broken.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class AuditCommand implements Callable<Integer> {
    private static final String SCHEMA = "ledger";

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "" + Ports.DEFAULT_BASE,
            description = "The local cloud's port (${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = ".vitrine",
            description = "Its data folder (${DEFAULT-VALUE}).")
    private Path data;

    @Override
    public Integer call() throws SQLException {
        if (!Files.isDirectory(data)) {
            throw new StartRefused("there is no data folder " + data + ": name it with --data");
        }
        try (var connection = connect()) {
            return AuditReport.print(
                            new LedgerAudit(connection), spec.commandLine().getOut())
                    ? 0
                    : Main.FAILED;
        }
    }

    private Connection connect() {
        var secrets = Secrets.of(data);
        var database = new Database(new Ports(port, Ports.DEFAULT_RTMP).postgres(), secrets.postgresPassword());
        try {
            return database.connect(SCHEMA, secrets.rolePassword(SCHEMA));
        } catch (SQLException refused) {
            throw new StartRefused(
                    "the local cloud on port " + port + " cannot be asked, is it up? " + refused.getMessage(), refused);
        }
    }
}
