package dev.vitrine.manifests;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Holds every manifest that passes by to its rules, and each to what was said at the same address before. Safe for
/// use by many threads.
public final class ManifestWatch {
    private static final String HLS = "application/vnd.apple.mpegurl";
    private static final String DASH = "application/dash+xml";
    private static final String SESSION = "/session/[^/]+";

    private final Map<String, MediaPlaylist> seen = new ConcurrentHashMap<>();

    /// Looks at an answer. What is no manifest is none of its business.
    ///
    /// @param type as the server told it
    /// @throws AssertionError with every rule that is broken, each with the number of what says it
    public void look(URI address, String type, String body) {
        List<String> broken =
                switch (type.split(";")[0].strip()) {
                    case HLS -> hls(address, body);
                    case DASH -> DashRules.broken(body);
                    default -> List.of();
                };
        if (!broken.isEmpty()) {
            throw new AssertionError(
                    address.getPath() + " breaks\n  " + String.join("\n  ", broken) + "\nand says\n" + body);
        }
    }

    private List<String> hls(URI address, String body) {
        try {
            Lines lines = Lines.of(body);
            if (HlsRules.isMultivariant(lines)) {
                return HlsRules.ofMultivariant(lines);
            }
            MediaPlaylist playlist = MediaPlaylist.parse(lines);
            List<String> broken = new ArrayList<>(HlsRules.ofMedia(lines, playlist));
            // the same list for every viewer
            String place = address.getAuthority() + address.getPath().replaceFirst(SESSION, "");
            seen.merge(place, playlist, (before, now) -> {
                boolean older = now.last() < before.last() || (before.ended() && !now.ended());
                // a copy on the way may be older than what was read of the server
                broken.addAll(older ? Growth.broken(now, before) : Growth.broken(before, now));
                return older ? before : now;
            });
            return broken;
        } catch (BrokenRule e) {
            return List.of(e.getMessage());
        }
    }
}
