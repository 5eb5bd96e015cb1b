package dev.vitrine.chat.filter.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LookalikesAreUnicodesTest {
    private static final Path MADE = Path.of("target", "lookalikes.txt");

    @Test
    void theTableIsMadeOfUnicodesData() throws IOException {
        var made = LooksAlike.table().entrySet().stream()
                .map(each -> Character.toString(each.getKey()) + each.getValue() + '\n')
                .collect(Collectors.joining());
        Files.createDirectories(MADE.getParent());
        Files.writeString(MADE, made);

        try (var kept = Alike.class.getResourceAsStream("lookalikes.txt")) {
            assertEquals(
                    made,
                    new String(kept.readAllBytes(), StandardCharsets.UTF_8),
                    "lookalikes.txt is not what ICU says; " + MADE.toAbsolutePath() + " is");
        }
    }

    @Test
    void noHanCharacterIsTakenForAnother() {
        assertTrue(LooksAlike.table().keySet().stream().noneMatch(Character::isIdeographic));
    }

    @ParameterizedTest
    @CsvSource({"ꜰᴜᴄᴋ,fuck", "🅵🆄🅲🅺,fuck", "ᖴᑌᑕK,fuck", "НЕѕѕ,hess", "łøđ,lod", "ロ,口", "ｅ́,e", "🅾ğ,og"})
    void aLetterIsWhatItLooksLike(String text, String letters) {
        var alike = text.codePoints().mapToObj(Alike::of).collect(Collectors.joining());

        assertEquals(letters, alike);
    }
}
