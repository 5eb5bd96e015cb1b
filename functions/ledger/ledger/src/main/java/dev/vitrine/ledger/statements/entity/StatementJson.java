package dev.vitrine.ledger.statements.entity;

import dev.vitrine.ledger.income.entity.Moved;
import dev.vitrine.ledger.income.entity.Statement;
import java.util.stream.Collectors;

/// A statement for machines: the same words as the CSV, amounts in minor units, times in UTC.
public final class StatementJson {
    private StatementJson() {}

    public static String write(Statement statement) {
        var days = statement.days().stream()
                .map(day -> "{\"day\":\"" + day.day() + "\"," + moved(day.moved()) + '}')
                .collect(Collectors.joining(","));
        return "{\"streamer\":" + quoted(statement.streamer()) + ",\"currency\":\"" + statement.currency()
                + "\",\"from\":\"" + statement.from() + "\",\"until\":\"" + statement.until() + "\",\"opening\":"
                + statement.opening() + ',' + moved(statement.total()) + ",\"closing\":" + statement.closing()
                + ",\"days\":[" + days + "]}";
    }

    private static String moved(Moved moved) {
        return "\"gifts\":" + moved.gifts() + ",\"given\":" + moved.given() + ",\"commission\":" + moved.commission()
                + ",\"reversals\":" + moved.reversals() + ",\"income\":" + moved.income() + ",\"settled\":"
                + moved.settled() + ",\"withdrawn\":" + moved.withdrawn() + ",\"other\":" + moved.other();
    }

    /// As RFC 8259 asks; an owner has no control characters.
    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
