package dev.vitrine.live.ffmpeg;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class StubLibraryLoadsTest {
    @Test
    @EnabledOnOs(OS.LINUX)
    void theSystemsLoaderTakesAStub(@TempDir Path folder) throws Exception {
        Path library = folder.resolve("libvitrine-stub.so.1");
        Files.write(
                library,
                StubLibrary.named("libvitrine-stub.so.1", Platform.current().elfMachine()));
        assertDoesNotThrow(() -> System.load(library.toString()));
    }

    @Test
    void whatIsMissingIsSaidInOneLine() {
        assertEquals(
                "ffmpeg needs a newer C library (GLIBC_2.34; glibc 2.35 or later is enough)",
                Loader.explain("ffmpeg: /lib/libc.so.6: version `GLIBC_2.34' not found (required by ffmpeg)\nmore"));
        assertEquals(
                "ffmpeg needs the system library libz.so.1, which is not installed",
                Loader.explain("ffmpeg: error while loading shared libraries: libz.so.1: cannot open shared object"
                        + " file: No such file or directory"));
        assertEquals("ffmpeg does not start here: Permission denied", Loader.explain("Permission denied\n"));
    }
}
