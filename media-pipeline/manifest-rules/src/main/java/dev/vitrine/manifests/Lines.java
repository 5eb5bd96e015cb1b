package dev.vitrine.manifests;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The lines of a playlist (RFC 8216bis, 4.1), and its tags that may stand once.
record Lines(List<String> all) {
    private static final Pattern FORBIDDEN = Pattern.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\ufeff]");
    private static final Set<String> ONCE = Set.of(
            "#EXTM3U",
            "#EXT-X-VERSION",
            "#EXT-X-INDEPENDENT-SEGMENTS",
            "#EXT-X-TARGETDURATION",
            "#EXT-X-MEDIA-SEQUENCE",
            "#EXT-X-DISCONTINUITY-SEQUENCE",
            "#EXT-X-PLAYLIST-TYPE",
            "#EXT-X-PART-INF",
            "#EXT-X-SERVER-CONTROL",
            "#EXT-X-ENDLIST");

    static Lines of(String text) {
        if (FORBIDDEN.matcher(text).find()) {
            throw new BrokenRule("4.1", "a byte order mark, or a control character");
        }
        Lines lines = new Lines(text.lines().toList());
        if (lines.all.isEmpty() || !lines.all.getFirst().equals("#EXTM3U")) {
            throw new BrokenRule("4.4.1.1", "the first line is not #EXTM3U");
        }
        for (String name : ONCE) {
            if (lines.all.stream().filter(line -> name(line).equals(name)).count() > 1) {
                throw new BrokenRule("4.4", name + " stands more than once");
            }
        }
        return lines;
    }

    static String name(String line) {
        int colon = line.indexOf(':');
        return line.startsWith("#EXT") && colon > 0 ? line.substring(0, colon) : line;
    }

    boolean has(String tag) {
        return all.stream().anyMatch(line -> name(line).equals(tag));
    }

    /// What stands behind the colon of the first such tag.
    Optional<String> value(String tag) {
        return all.stream()
                .filter(line -> name(line).equals(tag))
                .map(line -> line.substring(Math.min(line.length(), tag.length() + 1)))
                .findFirst();
    }

    Optional<Double> number(String tag) {
        return value(tag).map(value -> {
            if (!value.matches("\\d{1,19}")) {
                throw new BrokenRule("4.2", tag + " is no whole number: " + value);
            }
            return Double.parseDouble(value);
        });
    }

    Optional<Attributes> attributes(String tag) {
        return value(tag).map(Attributes::parse);
    }

    /// Whether `earlier` stands above each `later`.
    boolean inOrder(String earlier, String later) {
        int first = indexOf(later);
        return first < 0 || indexOf(earlier) < first;
    }

    private int indexOf(String tag) {
        for (int i = 0; i < all.size(); i++) {
            if (name(all.get(i)).equals(tag)) {
                return i;
            }
        }
        return -1;
    }
}
