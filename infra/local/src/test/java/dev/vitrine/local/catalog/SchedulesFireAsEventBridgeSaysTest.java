package dev.vitrine.local.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchedulesFireAsEventBridgeSaysTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    rate(1 minute)            | 2026-11-22T10:00:30Z | 2026-11-22T10:01:30Z
                    rate(12 hours)            | 2026-11-22T10:00:00Z | 2026-11-22T22:00:00Z
                    rate(2 days)              | 2026-11-22T10:00:00Z | 2026-11-24T10:00:00Z
                    cron(0 10 * * ? *)        | 2026-11-22T10:00:00Z | 2026-11-23T10:00:00Z
                    cron(15 12 * * ? *)       | 2026-11-22T10:00:00Z | 2026-11-22T12:15:00Z
                    cron(0 18 ? * MON-FRI *)  | 2026-11-20T18:00:00Z | 2026-11-23T18:00:00Z
                    cron(0 8 1 * ? *)         | 2026-11-22T10:00:00Z | 2026-12-01T08:00:00Z
                    cron(0/15 * * * ? *)      | 2026-11-22T10:01:00Z | 2026-11-22T10:15:00Z
                    cron(0/10 * ? * MON-FRI *)| 2026-11-20T23:55:00Z | 2026-11-23T00:00:00Z
                    cron(5,35 8-10 * * ? *)   | 2026-11-22T10:05:00Z | 2026-11-22T10:35:00Z
                    cron(0 0 L * ? *)         | 2026-02-01T00:00:00Z | 2026-02-28T00:00:00Z
                    cron(0 0 L * ? *)         | 2028-02-01T00:00:00Z | 2028-02-29T00:00:00Z
                    cron(0 9 15W * ? *)       | 2026-11-01T00:00:00Z | 2026-11-16T09:00:00Z
                    cron(0 9 1W * ? *)        | 2026-07-31T10:00:00Z | 2026-08-03T09:00:00Z
                    cron(0 9 ? * 6L *)        | 2026-11-01T00:00:00Z | 2026-11-27T09:00:00Z
                    cron(0 9 ? * 3#2 *)       | 2026-11-01T00:00:00Z | 2026-11-10T09:00:00Z
                    cron(0 9 ? * 1 *)         | 2026-11-22T10:00:00Z | 2026-11-29T09:00:00Z
                    cron(0 0 29 2 ? *)        | 2026-11-22T10:00:00Z | 2028-02-29T00:00:00Z
                    cron(0 0 1 JAN ? 2030)    | 2026-11-22T10:00:00Z | 2030-01-01T00:00:00Z
                    """)
    void next(String schedule, Instant after, Instant expected) {
        assertEquals(Optional.of(expected), Schedule.parse(schedule).nextAfter(after));
    }

    @Test
    void aCronOfThePastNeverFires() {
        assertEquals(
                Optional.empty(),
                Schedule.parse("cron(0 0 1 1 ? 2020)").nextAfter(Instant.parse("2026-01-01T00:00:00Z")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "rate(0 minutes)",
                "rate(5 minute)",
                "rate(1 second)",
                "cron(* * * * * *)",
                "cron(60 * * * ? *)",
                "cron(0 24 * * ? *)",
                "cron(0 0 32 * ? *)",
                "cron(0 0 ? * 8 *)",
                "cron(0 0 ? * MON#6 *)",
                "cron(5-1 * * * ? *)",
                "cron(0 0 * * ? 1969)",
                "cron(a b c d e f)"
            })
    void refused(String schedule) {
        assertThrows(IllegalArgumentException.class, () -> Schedule.parse(schedule));
    }
}
