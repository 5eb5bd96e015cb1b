package dev.vitrine.local;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.local.catalog.Catalog;
import dev.vitrine.local.life.StartRefused;
import dev.vitrine.local.runtime.FunctionPackage;
import dev.vitrine.local.runtime.PackageKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativePackagesArePreferredTest {

    @TempDir
    Path home;

    private Path jvm;
    private Catalog catalog;

    @BeforeEach
    void aJvmPackage() throws IOException {
        jvm = zip("target/function.zip");
        var file = home.resolve("functions/catalog.yaml");
        Files.writeString(file, "version: 2\nartefacts:\n  rooms: {}\nfunctions: {}\n");
        catalog = Catalog.read(file);
    }

    @Test
    void aNativePackageOfThePresentSourcesIsPreferred() throws IOException {
        var built = zip("target/native/function.zip");

        assertEquals(
                new FunctionPackage(built, PackageKind.NATIVE), layout("rooms").packageOf("rooms"));
    }

    @Test
    void anOutdatedNativePackageIsLeftAlone() throws IOException {
        zip("target/native/function.zip");

        assertEquals(new FunctionPackage(jvm, PackageKind.JVM), layout().packageOf("rooms"));
    }

    @Test
    void aMissingNativePackageIsNoObstacle() {
        assertEquals(new FunctionPackage(jvm, PackageKind.JVM), layout("rooms").packageOf("rooms"));
    }

    @Test
    void inAnArchiveTheNativePackageWins() throws IOException {
        zip("function.zip");
        var archived = zip("native/function.zip");

        assertEquals(new FunctionPackage(archived, PackageKind.NATIVE), layout().packageOf("rooms"));
    }

    @Test
    void whoInsistsIsToldWhichArtefactLacksIt() throws IOException {
        var refusal = assertThrows(StartRefused.class, () -> layout().requireNative(List.of("rooms")));
        assertTrue(refusal.getMessage().contains("artefact rooms"), refusal.getMessage());
        assertTrue(refusal.getMessage().contains("./vitrine native"), refusal.getMessage());

        zip("target/native/function.zip");
        assertDoesNotThrow(() -> layout("rooms").requireNative(List.of("rooms")));
    }

    private Layout layout(String... currentNatives) {
        return new Layout(home, catalog, Set.of(currentNatives));
    }

    private Path zip(String place) throws IOException {
        var zip = home.resolve("functions/rooms/rooms").resolve(place);
        Files.createDirectories(zip.getParent());
        return Files.writeString(zip, "a package");
    }
}
