package dev.vitrine.local;

import dev.vitrine.local.audit.AuditApi;
import dev.vitrine.local.audit.AuditReport;
import dev.vitrine.local.audit.Audits;
import dev.vitrine.local.life.Ports;
import dev.vitrine.local.life.StartRefused;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Looks whether the books of a running local cloud are whole.
@Command(
        name = "audit",
        description = "Says whether the books balance and are intact, or names what is broken.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class AuditCommand implements Callable<Integer> {
    /// A verification walks every entry.
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "" + Ports.DEFAULT_BASE,
            description = "The local cloud's port (${DEFAULT-VALUE}).")
    private int port;

    /// The launcher has always taken it; books are asked for over the port, wherever they are kept.
    @Option(names = "--data", paramLabel = "DIR", hidden = true, description = "Not needed any more.")
    private Path data;

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            defaultValue = "${env:VITRINE_AUDIT_TOKEN:-}",
            description =
                    "An auditor's token, where people do not sign in with the local issuer ($VITRINE_AUDIT_TOKEN).")
    private String token;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            defaultValue = "${sys:vitrine.home:-.}",
            description = "Folder that holds functions/ (where the launcher is).")
    private Path home;

    @Override
    public Integer call() throws InterruptedException {
        var out = spec.commandLine().getOut();
        var whole = true;
        try {
            var base = URI.create("http://127.0.0.1:" + port);
            var api = token == null || token.isEmpty() ? AuditApi.signIn(base) : AuditApi.with(base, token);
            for (var audit : Audits.in(home.resolve("functions"))) {
                spec.commandLine().getErr().println("asking " + audit);
                whole &= AuditReport.print(api.run(audit, PATIENCE), out);
            }
        } catch (IOException unanswered) {
            throw new StartRefused(
                    "the local cloud on port " + port + " cannot be asked, is it up? "
                            + Objects.requireNonNullElse(unanswered.getMessage(), "nobody listens there"),
                    unanswered);
        }
        return whole ? 0 : Main.FAILED;
    }
}
