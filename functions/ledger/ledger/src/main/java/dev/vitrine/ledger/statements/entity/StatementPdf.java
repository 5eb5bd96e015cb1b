package dev.vitrine.ledger.statements.entity;

import dev.vitrine.ledger.income.entity.Statement;
import java.time.YearMonth;
import java.util.List;

/// A statement to print, in English and Chinese: the period's sums, then a line a day. The same statement is
/// always the same file.
public final class StatementPdf {
    private static final int LEFT = 50;
    private static final int RIGHT = Pdf.WIDTH - LEFT;
    private static final int TOP = Pdf.HEIGHT - 70;
    private static final int BOTTOM = 60;
    private static final int LINE = 18;
    private static final int TITLE = 16;
    private static final int PLAIN = 10;
    private static final int SMALL = 8;
    private static final int SUMS_RIGHT = 300;
    private static final int LONGEST_STREAMER = 80; // characters that have room in a line
    private static final List<Column> COLUMNS = List.of(
            new Column("Gifts", "礼物", 150),
            new Column("Given", "打赏", 205),
            new Column("Commission", "平台分成", 270),
            new Column("Reversals", "退回", 330),
            new Column("Income", "收入", 385),
            new Column("Settled", "结算", 440),
            new Column("Withdrawn", "提现", 495),
            new Column("Other", "其他", RIGHT));

    private record Column(String english, String chinese, int right) {}

    private final Pdf pdf = new Pdf("Statement of income 收入结算单");
    private int y;

    private StatementPdf() {}

    /// @param month of the house that the statement is of
    /// @param fans followers at its end
    public static byte[] write(Statement statement, YearMonth month, long fans) {
        var document = new StatementPdf();
        document.head(statement, month);
        document.sums(statement, fans);
        document.days(statement);
        return document.pdf.bytes();
    }

    private void head(Statement statement, YearMonth month) {
        pdf.page();
        y = TOP;
        pdf.text(LEFT, y, TITLE, "Statement of income 收入结算单");
        y -= 2 * LINE;
        line("Streamer 主播: " + shortened(statement.streamer()));
        line("Month 月份: " + month + ", UTC " + statement.from() + " - " + statement.until());
        line("Currency 货币: " + statement.currency() + ", minor units 最小单位");
        y -= LINE;
    }

    private void sums(Statement statement, long fans) {
        var total = statement.total();
        sum("Opening balance 期初余额", statement.opening());
        sum("Gifts 礼物数", total.gifts());
        sum("Given 打赏", total.given());
        sum("Commission 平台分成", -total.commission());
        sum("Reversals 退回", total.reversals());
        sum("Withdrawn 提现", total.withdrawn());
        sum("Other 其他", total.other());
        pdf.rule(LEFT, SUMS_RIGHT, y + LINE - 5);
        sum("Closing balance 期末余额", statement.closing());
        sum("Became payable 本期结算", total.settled());
        sum("Followers 粉丝数", fans);
        y -= LINE;
    }

    private void days(Statement statement) {
        columns();
        for (var day : statement.days()) {
            if (y < BOTTOM) {
                pdf.page();
                y = TOP;
                columns();
            }
            pdf.text(LEFT, y, SMALL, day.day().toString());
            var moved = day.moved();
            var amounts = List.of(
                    moved.gifts(),
                    moved.given(),
                    -moved.commission(),
                    moved.reversals(),
                    moved.income(),
                    moved.settled(),
                    moved.withdrawn(),
                    moved.other());
            for (var i = 0; i < amounts.size(); i++) {
                pdf.number(COLUMNS.get(i).right, y, SMALL, amounts.get(i));
            }
            y -= LINE;
        }
    }

    /// The two words of a column stand above each other.
    private void columns() {
        pdf.text(LEFT, y, SMALL, "Day 日期");
        COLUMNS.forEach(column -> {
            pdf.textUntil(column.right, y + SMALL + 2, SMALL, column.english);
            pdf.textUntil(column.right, y, SMALL, column.chinese);
        });
        pdf.rule(LEFT, RIGHT, y - 4);
        y -= LINE;
    }

    private void line(String text) {
        pdf.text(LEFT, y, PLAIN, text);
        y -= LINE;
    }

    private void sum(String label, long amount) {
        pdf.text(LEFT, y, PLAIN, label);
        pdf.number(SUMS_RIGHT, y, PLAIN, amount);
        y -= LINE;
    }

    private static String shortened(String streamer) {
        return streamer.codePointCount(0, streamer.length()) <= LONGEST_STREAMER
                ? streamer
                : streamer.substring(0, streamer.offsetByCodePoints(0, LONGEST_STREAMER)) + "...";
    }
}
