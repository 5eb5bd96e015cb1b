package dev.vitrine.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The gate's check of this project's own contracts. What it tells is mended by a new version beside the old
/// one (a path, an operation, `gift-sent.v2.yaml`), not by changing `contracts/released`.
class NothingReleasedIsBrokenTest {
    @Test
    void contractsAndEventsServeWhoKnowsAnyRelease() {
        var root = Path.of(System.getProperty("vitrine.root"));
        assertTrue(Files.isDirectory(root.resolve("contracts/released")), "nothing was released");
        var breaks = ReleasedContracts.breaks(root);
        assertEquals("", breaks.stream().map(Break::toString).collect(Collectors.joining("\n")));
    }
}
