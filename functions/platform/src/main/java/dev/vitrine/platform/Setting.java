package dev.vitrine.platform;

import io.quarkus.runtime.configuration.DurationConverter;
import java.time.Duration;
import org.eclipse.microprofile.config.spi.Converter;

/// Bounds of what a deployment may set. Each number and each duration of a `@ConfigMapping` names one of these
/// (`@WithConverter`), or one of its capability's own that extends them: then a function that was set up wrong
/// does not start, and says which setting is out of which bounds. A test holds every setting to it.
public final class Setting {
    private Setting() {}

    /// How many: 1 to a million.
    public static final class Count implements Converter<Integer> {
        public static final int MOST = 1_000_000;

        @Override
        public Integer convert(String text) {
            return Math.toIntExact(whole(text, MOST));
        }
    }

    /// An amount in minor units that is multiplied with others: 1 to a million.
    public static final class Amount implements Converter<Long> {
        public static final long MOST = 1_000_000;

        @Override
        public Long convert(String text) {
            return whole(text, MOST);
        }
    }

    /// How long a function waits or works for something: a millisecond up to the quarter of an hour that the
    /// cloud lets it run (AWS Lambda quotas).
    public static final class Patience extends Span {
        public Patience() {
            super(Duration.ofMillis(1), Duration.ofMinutes(15));
        }
    }

    /// How long something is so: a second to a year.
    public static final class Period extends Span {
        public Period() {
            super(Duration.ofSeconds(1), Duration.ofDays(366));
        }
    }

    /// The same, or not at all.
    public static final class PeriodOrNone extends Span {
        public PeriodOrNone() {
            super(Duration.ZERO, Duration.ofDays(366));
        }
    }

    /// A duration between two others, both included.
    public abstract static class Span implements Converter<Duration> {
        private final Duration shortest;
        private final Duration longest;

        protected Span(Duration shortest, Duration longest) {
            this.shortest = shortest;
            this.longest = longest;
        }

        @Override
        public Duration convert(String text) {
            var span = DurationConverter.parseDuration(text);
            if (span == null || span.compareTo(shortest) < 0 || span.compareTo(longest) > 0) {
                throw refused(shortest, longest);
            }
            return span;
        }
    }

    private static long whole(String text, long most) {
        try {
            var value = Long.parseLong(text.strip());
            if (value >= 1 && value <= most) {
                return value;
            }
        } catch (NumberFormatException noNumber) {
            throw new IllegalArgumentException("must be a whole number from 1 to " + most, noNumber);
        }
        throw refused(1, most);
    }

    private static IllegalArgumentException refused(Object least, Object most) {
        return new IllegalArgumentException("must be from " + least + " to " + most);
    }
}
