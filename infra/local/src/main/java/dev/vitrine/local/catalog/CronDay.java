package dev.vitrine.local.catalog;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/// The day of a cron expression: by month or by week, whichever is not `?`.
sealed interface CronDay {
    boolean matches(LocalDate date);

    static CronDay parse(String ofMonth, String ofWeek) {
        if (ofMonth.equals("?") == ofWeek.equals("?")) {
            throw new IllegalArgumentException("exactly one of day-of-month and day-of-week must be '?'");
        }
        return ofWeek.equals("?") ? month(ofMonth) : week(ofWeek);
    }

    private static CronDay month(String text) {
        if (text.equals("L")) {
            return new LastOfMonth();
        }
        if (text.endsWith("W")) {
            return new NearestWeekday(number("day-of-month", text, text.substring(0, text.length() - 1), 31));
        }
        return new OfMonth(CronField.parse("day-of-month", text, 1, 31, CronField.NO_NAMES));
    }

    private static CronDay week(String text) {
        if (text.equals("L")) {
            return new OfWeek(CronField.parse("day-of-week", "7", 1, 7, CronField.DAYS));
        }
        if (text.endsWith("L")) {
            return new LastWeekday(number("day-of-week", text, text.substring(0, text.length() - 1), 7));
        }
        var hash = text.indexOf('#');
        if (hash > 0) {
            return new NthWeekday(
                    number("day-of-week", text, text.substring(0, hash), 7),
                    number("day-of-week", text, text.substring(hash + 1), 5));
        }
        return new OfWeek(CronField.parse("day-of-week", text, 1, 7, CronField.DAYS));
    }

    private static int number(String name, String text, String word, int max) {
        return CronField.number(name, text, word, 1, max, max == 7 ? CronField.DAYS : CronField.NO_NAMES);
    }

    /// AWS counts from Sunday = 1, java.time from Monday = 1.
    private static int awsDay(LocalDate date) {
        return date.getDayOfWeek().getValue() % 7 + 1;
    }

    record OfMonth(CronField days) implements CronDay {
        @Override
        public boolean matches(LocalDate date) {
            return days.matches(date.getDayOfMonth());
        }
    }

    record LastOfMonth() implements CronDay {
        @Override
        public boolean matches(LocalDate date) {
            return date.getDayOfMonth() == date.lengthOfMonth();
        }
    }

    record NearestWeekday(int day) implements CronDay {
        @Override
        public boolean matches(LocalDate date) {
            if (day > date.lengthOfMonth()) {
                return false;
            }
            var wanted = date.withDayOfMonth(day);
            var shift =
                    switch (wanted.getDayOfWeek()) {
                        case SATURDAY -> day == 1 ? 2 : -1;
                        case SUNDAY -> day == date.lengthOfMonth() ? -2 : 1;
                        case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> 0;
                    };
            return date.equals(wanted.plusDays(shift));
        }
    }

    record OfWeek(CronField days) implements CronDay {
        @Override
        public boolean matches(LocalDate date) {
            return days.matches(awsDay(date));
        }
    }

    record LastWeekday(int day) implements CronDay {
        @Override
        public boolean matches(LocalDate date) {
            return awsDay(date) == day && date.getDayOfMonth() > date.lengthOfMonth() - 7;
        }
    }

    record NthWeekday(int day, int nth) implements CronDay {
        @Override
        public boolean matches(LocalDate date) {
            var weekday = DayOfWeek.of(day == 1 ? 7 : day - 1);
            return date.equals(date.with(TemporalAdjusters.dayOfWeekInMonth(nth, weekday)));
        }
    }
}
