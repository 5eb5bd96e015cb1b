package dev.vitrine.it.upgrade;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What an earlier version left: a data folder, and what it had acknowledged.
record UpgradeFixture(Path folder, Truths truths) {
    /// Every one that there is.
    static List<UpgradeFixture> all() throws IOException, URISyntaxException {
        var fixtures = Path.of(UpgradeFixture.class.getResource("/upgrade").toURI());
        try (var folders = Files.list(fixtures)) {
            return folders.sorted().map(UpgradeFixture::read).toList();
        }
    }

    private static UpgradeFixture read(Path folder) {
        try {
            return new UpgradeFixture(folder, Truths.read(folder.resolve("truths.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Lays the data folder out as the earlier version left it, as if that had been now.
    void unpack(Path data) throws IOException, InterruptedException {
        DataArchive.unpack(folder.resolve("data.tar.xz"), data);
        long later = System.currentTimeMillis() - truths.at();
        // one file before Redis 7, a folder of them since
        try (var files = Files.walk(data.resolve("redis"))) {
            for (var file :
                    files.filter(each -> each.toString().endsWith(".aof")).toList()) {
                new RedisLifetimes(file).prolong(later);
            }
        }
    }

    @Override
    public String toString() {
        return "data of " + truths.version();
    }
}
