package dev.vitrine.local.catalog;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/// The numbers that one field of a cron expression allows: `*`, `n`, `a-b`, lists, and `/step`.
record CronField(BitSet allowed) {
    static final List<String> NO_NAMES = List.of();
    static final List<String> MONTHS =
            List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
    static final List<String> DAYS = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");

    static CronField parse(String name, String text, int min, int max, List<String> names) {
        var allowed = new BitSet(max + 1);
        for (var part : text.split(",", -1)) {
            var steps = part.split("/", -1);
            if (steps.length > 2) {
                throw bad(name, text, min, max);
            }
            var step = steps.length == 2 ? number(name, text, steps[1], 1, max, NO_NAMES) : 1;
            var ends = steps[0].split("-", -1);
            int from;
            int to;
            if (steps[0].equals("*")) {
                from = min;
                to = max;
            } else if (ends.length == 2) {
                from = number(name, text, ends[0], min, max, names);
                to = number(name, text, ends[1], min, max, names);
            } else if (ends.length == 1) {
                from = number(name, text, ends[0], min, max, names);
                to = steps.length == 2 ? max : from;
            } else {
                throw bad(name, text, min, max);
            }
            if (from > to) {
                throw bad(name, text, min, max);
            }
            for (var n = from; n <= to; n += step) {
                allowed.set(n);
            }
        }
        return new CronField(allowed);
    }

    boolean matches(int number) {
        return allowed.get(number);
    }

    static int number(String name, String text, String word, int min, int max, List<String> names) {
        var named = names.indexOf(word.toUpperCase(Locale.ROOT));
        if (named >= 0) {
            return named + 1;
        }
        try {
            var number = Integer.parseInt(word);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            throw bad(name, text, min, max);
        }
        throw bad(name, text, min, max);
    }

    private static IllegalArgumentException bad(String name, String text, int min, int max) {
        return new IllegalArgumentException(
                "cron field " + name + " '" + text + "' is not *, numbers " + min + "-" + max + ", ranges or steps");
    }
}
