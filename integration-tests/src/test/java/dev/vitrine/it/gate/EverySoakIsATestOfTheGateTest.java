package dev.vitrine.it.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.it.support.Cloud;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What `./vitrine test --long` runs for hours is what the gate runs in little, found where its module says.
class EverySoakIsATestOfTheGateTest {
    private static final int FIELDS = 6;
    private static final List<String> NOT_OURS = List.of("target", "node_modules", ".git");

    @Test
    void everyLineNamesATestOfItsModuleAndARangeOfSeeds() throws IOException {
        var soaks = soaks(Cloud.root());
        assertFalse(soaks.isEmpty());
        for (var soak : soaks) {
            var fields = soak.split(" *\\| *");
            assertEquals(FIELDS, fields.length, soak);
            assertTrue(fields[3].matches("[0-9]+-[0-9]+") && fields[4].matches("[0-9]+"), soak);
            var sources = Cloud.root().resolve(fields[1]).resolve("src/test/java");
            try (var files = Files.walk(sources)) {
                assertEquals(
                        1,
                        files.filter(file -> file.endsWith(fields[2] + ".java")).count(),
                        soak);
            }
        }
    }

    private static List<String> soaks(Path folder) throws IOException {
        try (var children = Files.list(folder)) {
            return children.flatMap(EverySoakIsATestOfTheGateTest::below).toList();
        }
    }

    private static Stream<String> below(Path file) {
        try {
            if (Files.isDirectory(file)) {
                return NOT_OURS.contains(file.getFileName().toString()) ? Stream.of() : soaks(file).stream();
            }
            return file.endsWith("soaks")
                    ? Files.readAllLines(file).stream().filter(line -> !line.isBlank() && !line.startsWith("#"))
                    : Stream.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
