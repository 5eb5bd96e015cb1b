package dev.vitrine.live.jobs;

import dev.vitrine.live.archive.StreamSummary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Writes into a replay's playlists when each segment was on air (RFC 8216bis, 4.4.4.6), where the packager wrote when
/// it worked.
final class ShowDates {
    private static final String DATE = "#EXT-X-PROGRAM-DATE-TIME:";
    private static final String LENGTH = "#EXTINF:";

    private ShowDates() {}

    /// @param streams what the replay was made of, in its order
    static void write(Path folder, List<StreamSummary> streams) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path playlist :
                    files.filter(file -> file.toString().endsWith(".m3u8")).toList()) {
                Files.write(playlist, dated(Files.readAllLines(playlist), streams));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the replay's playlists cannot be dated", e);
        }
    }

    static List<String> dated(List<String> lines, List<StreamSummary> streams) {
        List<String> dated = new ArrayList<>();
        double at = 0;
        for (String line : lines) {
            if (line.startsWith(LENGTH)) {
                dated.add(DATE + onAir(Math.round(at * 1000), streams));
                at += Double.parseDouble(line.substring(LENGTH.length(), line.indexOf(',')));
            }
            if (!line.startsWith(DATE)) {
                dated.add(line);
            }
        }
        return dated;
    }

    private static String onAir(long millis, List<StreamSummary> streams) {
        long left = millis;
        int i = 0;
        for (; i < streams.size() - 1 && left >= streams.get(i).durationMillis(); i++) {
            left -= streams.get(i).durationMillis();
        }
        return Instant.parse(streams.get(i).startedAt())
                .plusMillis(left)
                .truncatedTo(ChronoUnit.MILLIS)
                .toString();
    }
}
