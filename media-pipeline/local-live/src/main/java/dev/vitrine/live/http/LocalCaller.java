package dev.vitrine.live.http;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Who may talk to what exists only on this machine: its programs, and the pages that it serves
/// itself.
///
/// A browser on this machine reaches loopback for every page that it shows. `Host` tells pages whose
/// name was made to lead to 127.0.0.1 (DNS rebinding); `Origin` (RFC 6454) and `Sec-Fetch-Site`
/// (Fetch Metadata) tell which page asks. A link that leads here may be followed: nothing of the
/// answer is told to the page that it stood on.
public final class LocalCaller {
    private static final Pattern LOOPBACK =
            Pattern.compile("(localhost|127(\\.\\d{1,3}){3}|\\[::1])(:\\d{1,5})?", Pattern.CASE_INSENSITIVE);
    private static final List<String> OWN = List.of("same-origin", "none");
    private static final List<String> READING = List.of("GET", "HEAD");

    private LocalCaller() {}

    /// @param header all values of a header by its name in lower case
    /// @return why the request is refused
    public static Optional<String> refusal(String method, Function<String, List<String>> header) {
        var hosts = header.apply("host");
        if (hosts.size() != 1 || !LOOPBACK.matcher(hosts.getFirst()).matches()) {
            return Optional.of("Only names of this machine lead here: localhost, 127.0.0.1, [::1]");
        }
        var own = "http://" + hosts.getFirst().toLowerCase(Locale.ROOT);
        if (header.apply("origin").stream()
                .anyMatch(origin -> !origin.toLowerCase(Locale.ROOT).equals(own))) {
            return Optional.of("Pages from elsewhere have no business here");
        }
        var foreign = header.apply("sec-fetch-site").stream().anyMatch(site -> !OWN.contains(site));
        return foreign && !followsALink(method, header)
                ? Optional.of("Pages from elsewhere have no business here")
                : Optional.empty();
    }

    private static boolean followsALink(String method, Function<String, List<String>> header) {
        return READING.contains(method)
                && header.apply("sec-fetch-mode").equals(List.of("navigate"))
                && header.apply("sec-fetch-dest").equals(List.of("document"));
    }
}
