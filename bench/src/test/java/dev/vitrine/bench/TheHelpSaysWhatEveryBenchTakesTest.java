package dev.vitrine.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TheHelpSaysWhatEveryBenchTakesTest {
    private static final String SERVICES = "src/main/resources/META-INF/services/dev.vitrine.bench.Bench";

    @TempDir
    private Path module;

    @Test
    void eachOptionWithItsDefault() throws Exception {
        assertEquals(List.of(), HelpText.wrong(Path.of("")));
    }

    @Test
    void whatATextSaysOtherwiseIsReported() throws Exception {
        Files.createDirectories(module.resolve(SERVICES).getParent());
        Files.copy(Path.of(SERVICES), module.resolve(SERVICES));
        Files.createDirectories(module.resolve("benches"));
        Files.writeString(module.resolve("benches/lunch.txt"), "a meal\n");

        assertEquals(List.of("cold-start has no text", "lunch is no bench"), HelpText.wrong(module));

        Files.delete(module.resolve("benches/lunch.txt"));
        Files.writeString(module.resolve("benches/cold-start.txt"), """
                # runs functions
                starts
                  --starts N      starts of each (30)
                  --only NAME     rows whose name holds NAME
                  --picture FILE  the table as a PNG too
                  --cold          as it says
                """);
        assertEquals(
                List.of(
                        "cold-start --starts has the default 20",
                        "cold-start --warm is not told",
                        "cold-start has no --cold"),
                HelpText.wrong(module));
    }
}
