package dev.vitrine.chat.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vitrine.bench.HelpText;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class TheHelpSaysWhatEveryBenchTakesTest {
    @Test
    void eachOptionWithItsDefault() throws Exception {
        assertEquals(List.of(), HelpText.wrong(Path.of("")));
    }
}
