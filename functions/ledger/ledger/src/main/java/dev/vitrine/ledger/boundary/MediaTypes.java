package dev.vitrine.ledger.boundary;

import dev.vitrine.model.ProblemType;
import dev.vitrine.platform.edge.HttpRequest;
import dev.vitrine.platform.edge.Problem;
import java.util.List;
import java.util.Locale;

/// Which form of a document a caller asks for. Weights are not looked at: the first that is on offer counts.
public final class MediaTypes {
    public static final String JSON = "application/json";
    public static final String CSV = "text/csv";
    public static final String PDF = "application/pdf";
    public static final String LINES = "application/x-ndjson";

    private MediaTypes() {}

    /// @param offered the first is given to who asks for anything
    /// @throws Problem 406 when none of them is asked for
    public static String choose(HttpRequest request, List<String> offered) {
        var accept = request.header("accept").orElse("*/*").toLowerCase(Locale.ROOT);
        for (var part : accept.split(",")) {
            var type = part.split(";")[0].strip();
            if (type.equals("*/*")) {
                return offered.getFirst();
            }
            for (var each : offered) {
                if (each.equals(type) || type.equals(each.substring(0, each.indexOf('/')) + "/*")) {
                    return each;
                }
            }
        }
        throw new Problem(ProblemType.NOT_ACCEPTABLE, "Accept one of " + String.join(", ", offered) + ".");
    }
}
