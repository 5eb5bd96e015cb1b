package dev.vitrine.ledger.statements.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.ledger.income.entity.Moved;
import dev.vitrine.ledger.income.entity.Statement;
import dev.vitrine.model.Currency;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatementsAreWrittenPlainlyTest {
    private static final Moved FIRST = new Moved(2, 201, 101, -30, 0, 0, 0);
    private static final Moved SECOND = new Moved(0, 0, 0, 0, 70, -45, 0);

    @Test
    void asCsv() {
        assertEquals("""
                streamer,currency,day,opening,gifts,given,commission,reversals,income,settled,withdrawn,other,closing
                "ann",COIN,2026-11-01,,2,201,101,-30,70,0,0,0,
                "ann",COIN,2026-11-02,,0,0,0,0,0,70,-45,0,
                "ann",COIN,total,5,2,201,101,-30,70,70,-45,0,30
                """.replace("\n", "\r\n"), StatementCsv.write(statement("ann", 30)));
    }

    @Test
    void noStreamerIsAFormula() {
        assertTrue(StatementCsv.write(statement("=1+\"1\"", 30)).contains("\"'=1+\"\"1\"\"\",COIN"));
    }

    @Test
    void oneThatDoesNotCloseIsNone() {
        assertThrows(IllegalStateException.class, () -> statement("ann", 31));
    }

    private static Statement statement(String streamer, long closing) {
        return new Statement(
                streamer,
                Currency.COIN,
                Instant.parse("2026-11-01T00:00:00Z"),
                Instant.parse("2026-12-01T00:00:00Z"),
                5,
                closing,
                List.of(
                        new Statement.Day(LocalDate.parse("2026-11-01"), FIRST),
                        new Statement.Day(LocalDate.parse("2026-11-02"), SECOND)));
    }
}
