package dev.vitrine.local.life;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderBelongsToOneInstanceTest {

    @TempDir
    Path parent;

    @Test
    void aSecondInstanceIsToldWhoHoldsTheFolder() throws IOException {
        Path folder = parent.resolve("data");
        try (DataFolder _ = DataFolder.open(folder, false)) {
            StartRefused refused = assertThrows(StartRefused.class, () -> DataFolder.open(folder, true));

            assertTrue(
                    refused.getMessage()
                            .contains("process " + ProcessHandle.current().pid()),
                    refused.getMessage());
        }
        DataFolder.open(folder, false).close();
    }

    @Test
    void aFolderThatIsNotOursIsRefusedAndKept() throws IOException {
        Path theirs = Files.writeString(parent.resolve("thesis.txt"), "years of work");

        StartRefused refused = assertThrows(StartRefused.class, () -> DataFolder.open(parent, true));

        assertTrue(refused.getMessage().contains("not a Vitrine data folder"), refused.getMessage());
        assertEquals("years of work", Files.readString(theirs));
    }

    @Test
    void aFolderOfAnotherFormatNeedsAFreshStart() throws IOException {
        Path folder = parent.resolve("data");
        DataFolder.open(folder, false).close();
        Files.writeString(folder.resolve("version"), "vitrine-data 99\n");

        StartRefused refused = assertThrows(StartRefused.class, () -> DataFolder.open(folder, false));

        assertTrue(refused.getMessage().contains("format 99"), refused.getMessage());
        DataFolder.open(folder, true).close();
        DataFolder.open(folder, false).close();
    }

    @Test
    void aFreshStartEmptiesTheFolderButKeepsProgramsAndFollowsNoLink() throws IOException {
        Path outside = Files.createDirectory(parent.resolve("outside"));
        Path precious = Files.writeString(outside.resolve("precious"), "kept");
        Path folder = parent.resolve("data");
        try (DataFolder data = DataFolder.open(folder, false)) {
            Files.writeString(data.folder("s3").resolve("object"), "old");
            Files.writeString(data.programs().resolve("tool"), "tool");
            Files.createSymbolicLink(folder.resolve("link"), outside);
        }

        DataFolder.open(folder, true).close();

        assertFalse(Files.exists(folder.resolve("s3")));
        assertFalse(Files.exists(folder.resolve("link")));
        assertTrue(Files.exists(folder.resolve("programs/tool")));
        assertEquals("kept", Files.readString(precious));
    }
}
