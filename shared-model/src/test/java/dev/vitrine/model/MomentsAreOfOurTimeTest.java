package dev.vitrine.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What `java.time` can read and no database can hold is refused where it comes in.
class MomentsAreOfOurTimeTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1000000000-01-01T00:00:00Z",
                "+1000000000-12-31T23:59:59Z",
                "+10000-01-01T00:00:00Z",
                "1969-12-31T23:59:59.999Z",
                "-0001-01-01T00:00:00Z",
                "2026-02-30T00:00:00Z",
                "now",
                ""
            })
    void noInstant(String text) {
        assertEquals(
                "at",
                assertThrows(InvalidValue.class, () -> Moments.instant("at", text))
                        .field());
    }

    @ParameterizedTest
    @ValueSource(strings = {"+999999999-12-31", "-999999999-01-01", "0000-01-01", "1969-12-31", "2026-02-30", "today"})
    void noDay(String text) {
        assertThrows(InvalidValue.class, () -> Moments.day("day", text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+999999999-12", "1969-12", "2026-13", "may"})
    void noMonth(String text) {
        assertThrows(InvalidValue.class, () -> Moments.month("month", text));
    }

    @Test
    void allOfOurTime() {
        assertEquals(
                "1970-01-01T00:00:00Z",
                Moments.instant("at", "1970-01-01T00:00:00Z").toString());
        assertEquals(
                "9999-12-31T23:59:59.999Z",
                Moments.instant("at", "9999-12-31T23:59:59.999Z").toString());
        assertEquals("2026-11-25", Moments.day("day", "2026-11-25").toString());
        assertEquals("2026-11", Moments.month("month", "2026-11").toString());
    }
}
