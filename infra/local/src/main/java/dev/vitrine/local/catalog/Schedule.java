package dev.vitrine.local.catalog;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/// When a timer fires, in UTC, as Amazon EventBridge writes it (EventBridge user guide, "Schedule expressions").
public sealed interface Schedule permits Schedule.Rate, Cron {
    /// The first fire time after `after`; empty when there is none (a cron that names past years only).
    Optional<Instant> nextAfter(Instant after);

    /// @throws IllegalArgumentException saying what is allowed
    static Schedule parse(String text) {
        if (text.startsWith("cron(") && text.endsWith(")")) {
            return Cron.parse(text.substring("cron(".length(), text.length() - 1));
        }
        return Rate.parse(text);
    }

    /// Every so often, counted from the start.
    record Rate(Duration period) implements Schedule {
        private static final Pattern FORM = Pattern.compile("rate\\(([1-9][0-9]{0,5}) (minute|hour|day)(s?)\\)");

        static Rate parse(String text) {
            var match = FORM.matcher(text);
            if (!match.matches()) {
                throw new IllegalArgumentException(
                        "'" + text + "' is neither rate(n minutes|hours|days) nor cron(six fields)");
            }
            var n = Long.parseLong(match.group(1));
            if ((n == 1) == match.group(3).equals("s")) {
                throw new IllegalArgumentException("'" + text + "': 1 takes the singular unit, more the plural");
            }
            return new Rate(
                    switch (match.group(2)) {
                        case "minute" -> Duration.ofMinutes(n);
                        case "hour" -> Duration.ofHours(n);
                        default -> Duration.ofDays(n);
                    });
        }

        @Override
        public Optional<Instant> nextAfter(Instant after) {
            return Optional.of(after.plus(period));
        }
    }
}
