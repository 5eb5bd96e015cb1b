package dev.vitrine.ledger.statements.entity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.ledger.income.entity.Moved;
import dev.vitrine.ledger.income.entity.Statement;
import dev.vitrine.model.Currency;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/// Read back by a reader that is not ours.
class StatementsCanBePrintedTest {
    private static final Moved A_DAY = new Moved(12, 4_321, 2_161, -160, 1_500, -1_000, 0);
    private static final long A_DAY_CHANGE = 1_000;

    @Test
    void everyDayAndSumIsInIt() throws IOException {
        try (var document = Loader.loadPDF(print(statement("ann", 31)))) {
            var text = new PDFTextStripper().getText(document);

            assertEquals(2, document.getNumberOfPages());
            assertEquals(
                    "Statement of income 收入结算单",
                    document.getDocumentInformation().getTitle());
            assertTrue(text.contains("Opening balance 期初余额 500"), text);
            assertTrue(text.contains("Commission 平台分成 -66,991"), text);
            assertTrue(text.contains("Followers 粉丝数 77"), text);
            assertTrue(text.contains("Closing balance 期末余额 31,500"), text);
            IntStream.rangeClosed(1, 31)
                    .mapToObj(day -> LocalDate.of(2026, 10, day) + " 12 4,321 -2,161 -160 2,000 1,500 -1,000 0")
                    .forEach(line -> assertTrue(text.contains(line), line + " is not in " + text));
        }
    }

    @Test
    void aPeriodWithoutIncomeIsOnePage() throws IOException {
        try (var document = Loader.loadPDF(print(statement("nobody", 0)))) {
            assertEquals(1, document.getNumberOfPages());
        }
    }

    @Test
    void aStreamersNameBreaksNothing() throws IOException {
        try (var document = Loader.loadPDF(print(statement("安 (\\) 😀 <a> " + "x".repeat(200), 1)))) {
            var text = new PDFTextStripper().getText(document);

            assertTrue(text.contains("Streamer 主播: 安 (\\) "), text);
            assertTrue(text.contains("xxx..."), text);
        }
    }

    @Test
    void theSameStatementIsTheSameFile() {
        assertArrayEquals(print(statement("ann", 31)), print(statement("ann", 31)));
    }

    private static byte[] print(Statement statement) {
        return StatementPdf.write(statement, YearMonth.of(2026, 10), 77);
    }

    private static Statement statement(String streamer, int days) {
        return new Statement(
                streamer,
                Currency.COIN,
                Instant.parse("2026-09-30T16:00:00Z"),
                Instant.parse("2026-10-31T16:00:00Z"),
                500,
                500 + days * A_DAY_CHANGE,
                IntStream.rangeClosed(1, days)
                        .mapToObj(day -> new Statement.Day(LocalDate.of(2026, 10, day), A_DAY))
                        .toList());
    }
}
