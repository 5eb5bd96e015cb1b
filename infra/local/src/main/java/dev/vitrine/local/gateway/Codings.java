package dev.vitrine.local.gateway;

import java.util.Locale;

/// The header `Accept-Encoding` (RFC 9110, 12.5.3).
final class Codings {
    private Codings() {}

    /// Whether a coding is taken; one that is named counts before `*`.
    static boolean accepts(String header, String coding) {
        var any = false;
        for (var part : header.toLowerCase(Locale.ROOT).split(",")) {
            var words = part.trim().split("\\s*;\\s*");
            var taken = words.length < 2 || !words[1].matches("q=0(\\.0*)?");
            if (words[0].equals(coding)) {
                return taken;
            }
            any = any || words[0].equals("*") && taken;
        }
        return any;
    }
}
