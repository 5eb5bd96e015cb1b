package dev.vitrine.manifests;

import dev.vitrine.manifests.MediaPlaylist.Part;
import dev.vitrine.manifests.MediaPlaylist.Segment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What a playlist breaks as it stands, rule by rule of RFC 8216bis.
final class HlsRules {
    private static final String MASTER = "#EXT-X-STREAM-INF";
    /// Sums of what is written with five digits.
    private static final double ROUNDING = 0.002;
    /// A version of its own is asked for `EXT-X-MAP` beside ordinary segments (8).
    private static final double VERSION_OF_MAPS = 6;

    private static final double LEAST_OF_PART_TARGET = 0.85;
    private static final int PARTS_HELD_BACK = 2;

    private final List<String> broken = new ArrayList<>();

    private HlsRules() {}

    static boolean isMultivariant(Lines lines) {
        return lines.has(MASTER);
    }

    static List<String> ofMultivariant(Lines lines) {
        HlsRules rules = new HlsRules();
        rules.multivariant(lines);
        return rules.broken;
    }

    static List<String> ofMedia(Lines lines, MediaPlaylist playlist) {
        HlsRules rules = new HlsRules();
        rules.head(lines, playlist);
        rules.segments(playlist);
        rules.parts(lines, playlist);
        return rules.broken;
    }

    private void multivariant(Lines lines) {
        require(!lines.has("#EXTINF") && !lines.has("#EXT-X-TARGETDURATION"), "4.1", "a playlist of both kinds");
        Set<String> groups = new HashSet<>();
        Set<String> names = new HashSet<>();
        for (String line : lines.all()) {
            if (Lines.name(line).equals("#EXT-X-MEDIA")) {
                Attributes media = Attributes.parse(line.substring("#EXT-X-MEDIA:".length()));
                String type = media.required("4.4.6.1", "TYPE");
                media.required("4.4.6.1", "GROUP-ID");
                media.required("4.4.6.1", "NAME");
                String group = type + " " + media.quoted("GROUP-ID").orElseThrow();
                groups.add(group);
                require(names.add(group + " " + media.quoted("NAME").orElseThrow()), "4.4.6.1.1", "one NAME twice");
            }
        }
        for (int i = 0; i < lines.all().size(); i++) {
            String line = lines.all().get(i);
            if (Lines.name(line).equals(MASTER)) {
                variant(Attributes.parse(line.substring(MASTER.length() + 1)), groups);
                boolean addressed = i + 1 < lines.all().size()
                        && !lines.all().get(i + 1).isEmpty()
                        && !lines.all().get(i + 1).startsWith("#");
                require(addressed, "4.4.6.2", "no address follows " + line);
            }
        }
    }

    private void variant(Attributes variant, Set<String> groups) {
        String bandwidth = variant.required("4.4.6.2", "BANDWIDTH");
        require(bandwidth.matches("[1-9]\\d*"), "4.4.6.2", "BANDWIDTH=" + bandwidth);
        require(variant.quoted("CODECS").isPresent(), "4.4.6.2", "no CODECS");
        variant.value("RESOLUTION")
                .ifPresent(size -> require(size.matches("[1-9]\\d*x[1-9]\\d*"), "4.2", "RESOLUTION=" + size));
        variant.number("FRAME-RATE");
        variant.quoted("AUDIO")
                .ifPresent(group ->
                        require(groups.contains("AUDIO " + group), "4.4.6.2.1", "there is no group of sound " + group));
    }

    private void head(Lines lines, MediaPlaylist playlist) {
        double version = lines.number("#EXT-X-VERSION").orElse(1.0);
        require(!lines.has("#EXT-X-MAP") || version >= VERSION_OF_MAPS, "8", "EXT-X-MAP in version " + version);
        for (String first : List.of("#EXT-X-MEDIA-SEQUENCE", "#EXT-X-DISCONTINUITY-SEQUENCE")) {
            require(!lines.has(first) || lines.inOrder(first, "#EXTINF"), "4.4.3.2", first + " after a segment");
        }
        require(!playlist.vod() || playlist.ended(), "4.4.3.5", "a playlist of type VOD without an end");
        for (String line : lines.all()) {
            require(line.isEmpty() || line.equals(line.strip()), "4.1", "white space around \"" + line + "\"");
        }
    }

    private void segments(MediaPlaylist playlist) {
        Instant before = Instant.MIN;
        for (Segment segment : playlist.segments()) {
            require(
                    Math.round(segment.seconds()) <= playlist.target(),
                    "4.4.3.1",
                    segment.address() + " lasts " + segment.seconds() + " s, the target is " + playlist.target());
            require(segment.seconds() > 0, "4.4.4.1", segment.address() + " lasts no time");
            require(segment.map().isPresent(), "3.1.2", "no EXT-X-MAP above " + segment.address());
            Instant date = segment.date().orElse(before);
            require(!date.isBefore(before), "4.4.4.6", segment.address() + " was on air before the one above it");
            before = date;
        }
    }

    private void parts(Lines lines, MediaPlaylist playlist) {
        boolean any = lines.has("#EXT-X-PART") || lines.has("#EXT-X-PRELOAD-HINT");
        if (!any) {
            return;
        }
        double target = playlist.partTarget();
        require(target > 0, "4.4.3.7", "parts without EXT-X-PART-INF");
        double back = playlist.control().number("PART-HOLD-BACK").orElse(0.0);
        require(back >= PARTS_HELD_BACK * target, "4.4.3.8", "PART-HOLD-BACK of " + back);
        for (Segment segment : playlist.segments()) {
            if (!segment.parts().isEmpty()) {
                double sum = segment.parts().stream().mapToDouble(Part::seconds).sum();
                require(
                        Math.abs(sum - segment.seconds()) < ROUNDING,
                        "4.4.4.9",
                        segment.address() + " lasts " + segment.seconds() + " s, its parts " + sum);
                lengths(segment.parts(), target);
            }
        }
        lengths(playlist.parts(), target);
    }

    private void lengths(List<Part> parts, double target) {
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            require(part.seconds() <= target + ROUNDING, "4.4.3.7", part.address() + " lasts " + part.seconds() + " s");
            boolean last = i == parts.size() - 1;
            // the last part that there is may be the last of its segment
            require(
                    last || part.seconds() >= LEAST_OF_PART_TARGET * target,
                    "4.4.4.9",
                    part.address() + " lasts " + part.seconds() + " s and is not the last");
        }
    }

    private void require(boolean holds, String rule, String what) {
        if (!holds) {
            broken.add(rule + ": " + what);
        }
    }
}
