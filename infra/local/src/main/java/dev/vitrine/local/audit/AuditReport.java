package dev.vitrine.local.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/// One capability's audit for a terminal.
public final class AuditReport {
    private static final String LINE = "%-16s %-4s %12s %22s %22s%n";

    private AuditReport() {}

    /// @param report as `/v1/audits/<capability>` answers
    /// @return whether the books balance and nothing was found
    public static boolean print(JsonNode report, PrintWriter out) {
        out.printf(Locale.ROOT, LINE, "trial balance", "", "accounts", "balance", "held");
        for (var line : report.path("balances")) {
            out.printf(
                    Locale.ROOT,
                    LINE,
                    line.path("kind").asText(),
                    line.path("currency").asText(),
                    whole(line.path("accounts")),
                    whole(line.path("balance")),
                    whole(line.path("held")));
        }
        for (var sum : report.path("sums")) {
            out.printf(Locale.ROOT, LINE, "sum", sum.path("currency").asText(), "", whole(sum.path("minor")), "");
        }
        out.println(seal(report.path("seal")));
        var balanced = report.path("balanced").asBoolean();
        out.println(balanced ? "balanced" : "NOT BALANCED");
        var checked = whole(report.path("checked")) + " " + report.path("unit").asText();
        var findings = report.path("findings");
        for (var finding : findings) {
            out.println("CHAIN BROKEN after " + checked + ": "
                    + finding.path("problem").asText() + ": "
                    + finding.path("place").asText());
        }
        if (findings.isEmpty()) {
            out.println("chain intact: " + checked);
        }
        out.flush();
        return balanced && findings.isEmpty();
    }

    private static String seal(JsonNode seal) {
        return seal.isObject()
                ? "checkpoint " + seal.path("number").asText() + " of "
                        + Instant.parse(seal.path("at").asText()).truncatedTo(ChronoUnit.SECONDS) + ", "
                        + seal.path("hash").asText()
                : "no checkpoint yet";
    }

    private static String whole(JsonNode number) {
        return String.format(Locale.ROOT, "%,d", number.asLong());
    }
}
