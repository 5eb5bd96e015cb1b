package dev.vitrine.manifests;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A media playlist, as the lines say it.
///
/// @param number of the first segment
/// @param parts of the segment after the last whole one
record MediaPlaylist(
        long number,
        double target,
        double partTarget,
        boolean vod,
        boolean ended,
        List<Segment> segments,
        List<Part> parts,
        Attributes control) {

    record Part(String address, double seconds, boolean independent) {}

    /// @param date when it was on air, if that is said or follows from what is said
    record Segment(
            String address,
            double seconds,
            Optional<Instant> date,
            Optional<String> map,
            boolean discontinuity,
            boolean gap,
            List<Part> parts) {}

    /// ISO 8601 with an offset; ffmpeg writes it without a colon.
    private static final DateTimeFormatter DATE = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .optionalStart()
            .appendOffset("+HH:MM", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HHMM", "Z")
            .optionalEnd()
            .toFormatter(Locale.ROOT);

    private static final Attributes NOTHING = new Attributes(Map.of());

    long last() {
        return number + segments.size() - 1;
    }

    double seconds() {
        return segments.stream().mapToDouble(Segment::seconds).sum();
    }

    static MediaPlaylist parse(Lines lines) {
        return new Reader(lines).read();
    }

    /// Reads line by line; what stands before a segment's address is about that segment.
    private static final class Reader {
        private final Lines lines;
        private final List<Segment> segments = new ArrayList<>();
        private List<Part> parts = new ArrayList<>();
        private Optional<Double> seconds = Optional.empty();
        private Optional<Instant> date = Optional.empty();
        private Optional<String> map = Optional.empty();
        private boolean discontinuity;
        private boolean gap;

        Reader(Lines lines) {
            this.lines = lines;
        }

        MediaPlaylist read() {
            for (String line : lines.all()) {
                if (!line.isEmpty() && !line.startsWith("#")) {
                    segment(line);
                } else if (line.startsWith("#EXT")) {
                    tag(line);
                }
            }
            if (seconds.isPresent()) {
                throw new BrokenRule("4.4.4.1", "an EXTINF has no address");
            }
            return new MediaPlaylist(
                    lines.number("#EXT-X-MEDIA-SEQUENCE").map(Double::longValue).orElse(0L),
                    lines.number("#EXT-X-TARGETDURATION")
                            .orElseThrow(() -> new BrokenRule("4.4.3.1", "no EXT-X-TARGETDURATION")),
                    lines.attributes("#EXT-X-PART-INF")
                            .flatMap(inf -> inf.number("PART-TARGET"))
                            .orElse(0.0),
                    lines.value("#EXT-X-PLAYLIST-TYPE").filter("VOD"::equals).isPresent(),
                    lines.has("#EXT-X-ENDLIST"),
                    List.copyOf(segments),
                    List.copyOf(parts),
                    lines.attributes("#EXT-X-SERVER-CONTROL").orElse(NOTHING));
        }

        private void tag(String line) {
            String value = line.substring(line.indexOf(':') + 1);
            switch (Lines.name(line)) {
                case "#EXTINF" -> {
                    if (!value.matches("\\d+(\\.\\d+)?,.*")) {
                        throw new BrokenRule("4.4.4.1", "no duration and comma: " + line);
                    }
                    seconds = Optional.of(Double.parseDouble(value.substring(0, value.indexOf(','))));
                }
                case "#EXT-X-PROGRAM-DATE-TIME" -> date = Optional.of(date(value));
                case "#EXT-X-DISCONTINUITY" -> discontinuity = true;
                case "#EXT-X-GAP" -> gap = true;
                case "#EXT-X-MAP" ->
                    map = Optional.of(Attributes.parse(value)
                            .quoted("URI")
                            .orElseThrow(() -> new BrokenRule("4.4.4.5", "EXT-X-MAP without URI")));
                case "#EXT-X-PART" -> part(Attributes.parse(value));
                default -> {
                    // what is said once is read by its name
                }
            }
        }

        private void part(Attributes part) {
            parts.add(new Part(
                    part.quoted("URI").orElseThrow(() -> new BrokenRule("4.4.4.9", "a part without URI")),
                    part.number("DURATION").orElseThrow(() -> new BrokenRule("4.4.4.9", "a part without DURATION")),
                    part.yes("INDEPENDENT")));
        }

        private void segment(String address) {
            double length = seconds.orElseThrow(() -> new BrokenRule("4.4.4.1", address + " has no EXTINF"));
            segments.add(new Segment(address, length, date, map, discontinuity, gap, List.copyOf(parts)));
            date = date.map(begun -> begun.plus(Duration.ofNanos(Math.round(length * 1e9))));
            parts = new ArrayList<>();
            seconds = Optional.empty();
            discontinuity = false;
            gap = false;
        }

        private static Instant date(String value) {
            try {
                return OffsetDateTime.parse(value, DATE).toInstant();
            } catch (DateTimeParseException e) {
                throw new BrokenRule("4.4.4.6", "no date: " + value);
            }
        }
    }
}
