package dev.vitrine.ledger.statements.entity;

import dev.vitrine.ledger.entity.Csv;
import dev.vitrine.ledger.income.entity.Moved;
import dev.vitrine.ledger.income.entity.Statement;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// A statement as a table: one line a day, then one for the period, with opening and closing. Amounts are minor
/// units: a spreadsheet must not round them. A month's gifts may be millions: they are a table of their own, page by
/// page (`GET /v1/income/gifts`).
///
/// No text of a person is in it but the streamer's id, which is quoted, and led by `'` where a spreadsheet
/// would take it for a formula.
public final class StatementCsv {
    private static final String COLUMNS =
            "streamer,currency,day,opening,gifts,given,commission,reversals,income,settled,"
                    + "withdrawn,other,closing";

    private StatementCsv() {}

    public static String write(Statement statement) {
        var days =
                statement.days().stream().map(day -> line(statement, day.day().toString(), "", day.moved(), ""));
        var total = line(
                statement,
                "total",
                Long.toString(statement.opening()),
                statement.total(),
                Long.toString(statement.closing()));
        return Csv.lines(Stream.of(Stream.of(COLUMNS), days, Stream.of(total)).flatMap(lines -> lines));
    }

    private static String line(Statement statement, String day, String opening, Moved moved, String closing) {
        var amounts = LongStream.of(
                        moved.gifts(),
                        moved.given(),
                        moved.commission(),
                        moved.reversals(),
                        moved.income(),
                        moved.settled(),
                        moved.withdrawn(),
                        moved.other())
                .mapToObj(amount -> String.format(Locale.ROOT, "%d", amount))
                .collect(Collectors.joining(","));
        return String.join(
                ",",
                List.of(Csv.quoted(statement.streamer()), statement.currency().name(), day, opening, amounts, closing));
    }
}
