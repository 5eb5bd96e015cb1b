package dev.vitrine.local.meter;

import dev.vitrine.local.socket.SocketFigures;
import java.util.List;
import java.util.Locale;

/// The figures of the WebSocket API as text for a terminal: nothing when it has no path.
public final class SocketsTable {
    private static final String HEAD = "%n%-28s %8s %9s %8s %9s %9s %7s %8s %8s %8s%n";
    private static final String ROW = "%-28s %8d %9d %8d %9d %9d %7d %8d %8d %8d%n";

    private SocketsTable() {}

    public static String render(List<SocketFigures> figures) {
        if (figures.isEmpty()) {
            return "";
        }
        var table = new StringBuilder(String.format(
                Locale.ROOT,
                HEAD,
                "sockets",
                "open",
                "accepted",
                "refused",
                "in",
                "out",
                "failed",
                "flooded",
                "limited",
                "stalled"));
        for (var f : figures) {
            table.append(String.format(
                    Locale.ROOT,
                    ROW,
                    f.path(),
                    f.open(),
                    f.accepted(),
                    f.refused(),
                    f.messagesIn(),
                    f.messagesOut(),
                    f.failures(),
                    f.flooded(),
                    f.limited(),
                    f.stalled()));
        }
        return table.toString();
    }
}
