package dev.vitrine.model;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;

/// Days and instants as people and events write them, from 1970 to 9999: what every store, every contract and every
/// client of the house can hold. `java.time` reads years of nine digits, which none of them can.
public final class Moments {
    public static final int FIRST_YEAR = 1970;
    public static final int LAST_YEAR = 9999;

    private static final Instant FIRST =
            LocalDate.of(FIRST_YEAR, 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC);
    private static final Instant BEHIND =
            LocalDate.of(LAST_YEAR + 1, 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC);
    private static final String YEARS = ", from " + FIRST_YEAR + " to " + LAST_YEAR;
    private static final String AN_INSTANT = "must be an RFC 3339 instant in UTC" + YEARS;
    private static final String A_DAY = "must be a day such as 2026-11-25" + YEARS;
    private static final String A_MONTH = "must be a month such as 2026-11" + YEARS;

    private Moments() {}

    /// @throws InvalidValue when it is none, or out of these years
    public static Instant instant(String field, String text) {
        try {
            return bounded(field, Instant.parse(text));
        } catch (DateTimeException malformed) {
            throw new InvalidValue(field, AN_INSTANT, malformed);
        }
    }

    /// @return the instant itself
    /// @throws InvalidValue when it is out of these years
    public static Instant bounded(String field, Instant instant) {
        if (instant.isBefore(FIRST) || !instant.isBefore(BEHIND)) {
            throw new InvalidValue(field, AN_INSTANT);
        }
        return instant;
    }

    /// @throws InvalidValue when it is none, or out of these years
    public static LocalDate day(String field, String text) {
        try {
            var day = LocalDate.parse(text);
            if (isBounded(day.getYear())) {
                return day;
            }
        } catch (DateTimeException malformed) {
            throw new InvalidValue(field, A_DAY, malformed);
        }
        throw new InvalidValue(field, A_DAY);
    }

    /// @throws InvalidValue when it is none, or out of these years
    public static YearMonth month(String field, String text) {
        try {
            var month = YearMonth.parse(text);
            if (isBounded(month.getYear())) {
                return month;
            }
        } catch (DateTimeException malformed) {
            throw new InvalidValue(field, A_MONTH, malformed);
        }
        throw new InvalidValue(field, A_MONTH);
    }

    private static boolean isBounded(int year) {
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }
}
