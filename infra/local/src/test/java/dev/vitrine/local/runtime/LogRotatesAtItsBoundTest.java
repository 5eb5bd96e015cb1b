package dev.vitrine.local.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogRotatesAtItsBoundTest {
    private static final long SMALL = 500;

    @TempDir
    Path folder;

    @Test
    void noFileIsLargerAndNoMoreThanFiveOldOnesAreKept() throws IOException {
        try (var log = new LogFile(folder.resolve("log.json"), SMALL)) {
            for (var i = 0; i < 100; i++) {
                log.write("f", "r", 1, "stdout", "line " + i);
            }
        }
        try (var files = Files.list(folder)) {
            var all = files.toList();
            assertEquals(1 + LogFile.KEPT, all.size());
            for (var file : all) {
                assertTrue(Files.size(file) <= SMALL);
            }
        }
        assertTrue(Files.readString(folder.resolve("log.json")).contains("line 99"));
    }

    @Test
    void aRotationThatFailedIsNotTheEndOfTheLog() throws IOException {
        Files.createFile(folder.resolve("log.json." + (LogFile.KEPT - 1)));
        var inTheWay = Files.createDirectories(folder.resolve("log.json." + LogFile.KEPT + "/full"));
        try (var log = new LogFile(folder.resolve("log.json"), SMALL)) {
            for (var i = 0; i < 20; i++) {
                log.write("f", "r", 1, "stdout", "line " + i);
            }
            Files.delete(inTheWay);
            for (var i = 0; i < 3; i++) {
                log.write("f", "r", 1, "stdout", "after " + i);
            }
        }
        assertTrue(Files.readString(folder.resolve("log.json")).contains("after 2"));
    }

    @Test
    void aLineWithoutEndIsCutIntoPieces() throws IOException {
        var text = "x".repeat(LineReader.MAX_LINE_BYTES + 10) + "\nrest";
        var lines = new LineReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));

        assertEquals(LineReader.MAX_LINE_BYTES, lines.next().orElseThrow().length());
        assertEquals(10, lines.next().orElseThrow().length());
        assertEquals("rest", lines.next().orElseThrow());
        assertTrue(lines.next().isEmpty());
    }
}
