package dev.vitrine.live.jobs;

import dev.vitrine.live.ObjectStore;
import dev.vitrine.live.http.MediaTypes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Stores a folder's files, playlists and manifests last: who finds one finds all it names.
record Upload(ObjectStore store) {
    private static final String MEDIA_CACHE = "public, max-age=86400";
    private static final String PLAYLIST_CACHE = "public, max-age=60";

    void all(Path folder, String prefix) {
        for (Path file : mediaFirst(folder)) {
            String name = file.getFileName().toString();
            store.put(
                    prefix + name, file, MediaTypes.of(name), isPlaylist(file) ? PLAYLIST_CACHE : MEDIA_CACHE);
        }
    }

    private static List<Path> mediaFirst(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted(Comparator.comparing(Upload::isPlaylist)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    private static boolean isPlaylist(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".m3u8") || name.endsWith(".mpd");
    }
}
