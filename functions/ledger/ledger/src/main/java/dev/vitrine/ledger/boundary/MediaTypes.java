package dev.vitrine.ledger.boundary;

import dev.vitrine.model.ProblemType;
import dev.vitrine.platform.edge.HttpRequest;
import dev.vitrine.platform.edge.Problem;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Which form of a document a caller asks for by `Accept` (RFC 9110, 12.5.1).
public final class MediaTypes {
    public static final String JSON = "application/json";
    public static final String CSV = "text/csv";
    public static final String PDF = "application/pdf";
    public static final String LINES = "application/x-ndjson";

    /// A weight has at most three digits behind the point (12.4.2).
    private static final Pattern WEIGHT = Pattern.compile(";\\s*q\\s*=\\s*(0(\\.\\d{0,3})?|1(\\.0{0,3})?)\\s*(;|$)");

    private record Range(String type, double weight) {
        static Range of(String part) {
            var weight = WEIGHT.matcher(part);
            return new Range(part.split(";", 2)[0].strip(), weight.find() ? Double.parseDouble(weight.group(1)) : 1);
        }

        /// How closely it names a type; the closest of all counts. Nothing when it does not name it at all.
        Optional<Integer> closeness(String media) {
            if (type.equals(media)) {
                return Optional.of(2);
            }
            if (type.equals(media.substring(0, media.indexOf('/')) + "/*")) {
                return Optional.of(1);
            }
            return type.equals("*/*") ? Optional.of(0) : Optional.empty();
        }
    }

    private MediaTypes() {}

    /// @param offered of those that are wanted alike the first is given
    /// @throws Problem 406 when none of them is asked for
    public static String choose(HttpRequest request, List<String> offered) {
        var header = request.header("accept").filter(text -> !text.isBlank()).orElse("*/*");
        var ranges = Pattern.compile(",")
                .splitAsStream(header.toLowerCase(Locale.ROOT))
                .map(Range::of)
                .toList();
        return offered.stream()
                .filter(media -> weight(media, ranges) > 0)
                .max(Comparator.<String>comparingDouble(media -> weight(media, ranges))
                        .thenComparing(Comparator.comparingInt(offered::indexOf).reversed()))
                .orElseThrow(() ->
                        new Problem(ProblemType.NOT_ACCEPTABLE, "Accept one of " + String.join(", ", offered) + "."));
    }

    private static double weight(String media, List<Range> ranges) {
        return ranges.stream()
                .filter(range -> range.closeness(media).isPresent())
                .max(Comparator.comparingInt(range -> range.closeness(media).orElseThrow()))
                .map(Range::weight)
                .orElse(0.0);
    }
}
