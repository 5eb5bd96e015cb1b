package dev.vitrine.local.catalog;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;

/// `cron(minutes hours day-of-month month day-of-week year)`; one of the two days must be `?`.
///
/// Day of month also takes `L` (last) and `nW` (the weekday nearest to n); day of week takes names, `L` (Saturday),
/// `nL` (last n of the month) and `n#k` (k-th n of the month), with 1 = Sunday.
public record Cron(CronField minutes, CronField hours, CronDay day, CronField months, CronField years)
        implements Schedule {
    /// Years that EventBridge accepts.
    static final int FIRST_YEAR = 1970;

    static final int LAST_YEAR = 2199;
    private static final int FIELDS = 6;

    static Cron parse(String text) {
        var fields = text.trim().split("\\s+");
        if (fields.length != FIELDS) {
            throw new IllegalArgumentException(
                    "cron(" + text + ") needs six fields: minutes hours day-of-month month day-of-week year");
        }
        return new Cron(
                CronField.parse("minutes", fields[0], 0, 59, CronField.NO_NAMES),
                CronField.parse("hours", fields[1], 0, 23, CronField.NO_NAMES),
                CronDay.parse(fields[2], fields[4]),
                CronField.parse("month", fields[3], 1, 12, CronField.MONTHS),
                CronField.parse("year", fields[5], FIRST_YEAR, LAST_YEAR, CronField.NO_NAMES));
    }

    @Override
    public Optional<Instant> nextAfter(Instant after) {
        var from = after.atOffset(ZoneOffset.UTC)
                .toLocalDateTime()
                .withSecond(0)
                .withNano(0)
                .plusMinutes(1);
        var date = from.toLocalDate();
        var time = from.toLocalTime();
        while (date.getYear() <= LAST_YEAR) {
            if (!years.matches(date.getYear())) {
                date = LocalDate.of(date.getYear() + 1, 1, 1);
            } else if (!months.matches(date.getMonthValue())) {
                date = date.withDayOfMonth(1).plusMonths(1);
            } else {
                var fire = day.matches(date) ? timeOnOrAfter(time) : Optional.<LocalTime>empty();
                if (fire.isPresent()) {
                    return Optional.of(date.atTime(fire.get()).toInstant(ZoneOffset.UTC));
                }
                date = date.plusDays(1);
            }
            time = LocalTime.MIDNIGHT;
        }
        return Optional.empty();
    }

    private Optional<LocalTime> timeOnOrAfter(LocalTime from) {
        for (var hour = from.getHour(); hour < 24; hour++) {
            if (hours.matches(hour)) {
                for (var minute = hour == from.getHour() ? from.getMinute() : 0; minute < 60; minute++) {
                    if (minutes.matches(minute)) {
                        return Optional.of(LocalTime.of(hour, minute));
                    }
                }
            }
        }
        return Optional.empty();
    }
}
