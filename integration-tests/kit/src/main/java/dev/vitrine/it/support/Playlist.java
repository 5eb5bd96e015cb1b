package dev.vitrine.it.support;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a player reads of an HLS presentation (RFC 8216bis).
public record Playlist(URI address, String text) {
    private static final Pattern RESOLUTION = Pattern.compile("RESOLUTION=(\\d+x\\d+)");
    private static final Pattern EXTINF = Pattern.compile("#EXTINF:([0-9.]+)");
    private static final Pattern SEQUENCE = Pattern.compile("#EXT-X-MEDIA-SEQUENCE:(\\d+)");

    public static Playlist read(String address) {
        var uri = URI.create(address);
        return new Playlist(uri, new Api(uri).get(uri.toString()).expect(200).text());
    }

    /// Sizes of the renditions of a multivariant playlist, in its order.
    public List<String> resolutions() {
        return RESOLUTION.matcher(text).results().map(m -> m.group(1)).toList();
    }

    /// Media playlists of the variants of a multivariant playlist.
    public List<Playlist> variants() {
        var variants = new ArrayList<Playlist>();
        var lines = text.lines().toList();
        for (int i = 0; i < lines.size() - 1; i++) {
            if (lines.get(i).startsWith("#EXT-X-STREAM-INF")) {
                variants.add(read(address.resolve(lines.get(i + 1)).toString()));
            }
        }
        return variants;
    }

    public double seconds() {
        return EXTINF.matcher(text)
                .results()
                .mapToDouble(m -> Double.parseDouble(m.group(1)))
                .sum();
    }

    /// Number of the segment after the last complete one.
    public long nextSegment() {
        Matcher first = SEQUENCE.matcher(text);
        if (!first.find()) {
            throw new AssertionError("no media sequence in " + address + ":\n" + text);
        }
        return Long.parseLong(first.group(1)) + EXTINF.matcher(text).results().count();
    }

    public boolean isComplete() {
        return text.contains("#EXT-X-ENDLIST");
    }

    public Stream<URI> segments() {
        return text.lines()
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(address::resolve);
    }
}
