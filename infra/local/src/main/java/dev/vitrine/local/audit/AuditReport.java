package dev.vitrine.local.audit;

import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.Locale;
import java.util.TreeMap;

/// The audit for a terminal.
public final class AuditReport {
    private static final String LINE = "%-16s %-4s %12s %22s %22s%n";

    private AuditReport() {}

    /// @return whether the books balance and the chains are intact
    public static boolean print(LedgerAudit audit, PrintWriter out) throws SQLException {
        var sums = new TreeMap<String, Long>();
        out.printf(Locale.ROOT, LINE, "trial balance", "", "accounts", "balance", "held");
        for (var line : audit.trialBalance()) {
            out.printf(
                    Locale.ROOT,
                    LINE,
                    line.kind(),
                    line.currency(),
                    whole(line.accounts()),
                    whole(line.balance()),
                    whole(line.held()));
            sums.merge(line.currency(), line.balance(), Math::addExact);
        }
        var balanced = sums.values().stream().allMatch(sum -> sum == 0);
        sums.forEach((currency, sum) -> out.printf(Locale.ROOT, LINE, "sum", currency, "", whole(sum), ""));
        var verdict = audit.verify();
        out.println(audit.newestSeal().orElse("no checkpoint yet"));
        out.println(balanced ? "balanced" : "NOT BALANCED");
        out.println(verdict.finding()
                .map(finding -> "CHAIN BROKEN after " + whole(verdict.entries()) + " entries: " + finding)
                .orElseGet(() -> "chain intact: " + whole(verdict.entries()) + " entries"));
        out.flush();
        return balanced && verdict.finding().isEmpty();
    }

    private static String whole(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
