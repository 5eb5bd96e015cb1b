package dev.vitrine.local.supervision;

import java.util.List;
import java.util.Locale;

/// What was down and what is, as text for a terminal.
public final class PartsTable {
    private static final String HEAD = "%n%-28s %-6s %8s %10s  %s%n";
    private static final String ROW = "%-28s %-6s %8d %10s  %s%n";

    private PartsTable() {}

    public static String render(List<Condition.State> states) {
        var table = new StringBuilder(String.format(Locale.ROOT, HEAD, "part", "state", "outages", "down for", "why"));
        for (var state : states) {
            table.append(String.format(
                    Locale.ROOT,
                    ROW,
                    state.name(),
                    state.up() ? "up" : "down",
                    state.outages(),
                    Condition.seconds(state.down()),
                    state.why()));
        }
        return table.toString();
    }
}
