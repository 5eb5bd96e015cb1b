package dev.vitrine.chat.filter.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class CompiledListsAreReadAsWrittenTest {
    private static final long SEED = 20_261_125;
    private static final int WORDS = 2_000;
    private static final int DAMAGES = 500;
    /// "snakeoil", "他妈" and "ꜰᴜᴄᴋ", compiled when small capitals were letters of their own; then gzip and
    /// Base64.
    private static final String BEFORE = """
            H4sIAAAAAAAA/+3Ovy5DYRzH4fccgsFdtENbkzJ2NplJbQaDUAa30IGIxdBJjM5q6OZqmhCJe6B+/oyVWOQ90edJPn3Pe06H787u\
            1npKaSGtnJ3sHx2cHh6ntPT4MHq6Oy/T6svN/WR8MxkPJ+PL4vNvX61EZbSYUrWRiqobzx/f+V+WU+p3co8AAAAAAAAAAAAAAAAA\
            AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAIAaK3MPAAAAAAAA\
            AAAAAGAe9S5S6l9Fjel0+hb3YTyvRddRM969xtmK2tEo7tPciwEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\
            AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAACAuugNci8AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\
            AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\
            AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\
            AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAGqm\
            qLq5J/Animg59wgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\
            AAAAAAAAAAAAAAAAAKixIvcAAAAAAAAAAAAAAOZRbxA/ZUr9TnQV94s4G3EO41yLrqN21Ixa0Sj3YgAAAAAAAAAAAAAAAAAAAAAA\
            AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAACgNorcAwAAAAAAAAAAAAAA\
            AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\
            AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\
            AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\
            AAAAAAAAAAAAAAAAAAAAAACAuqk2cy8AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\
            AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\
            AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAfqPazL0AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\
            AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAOZI8d2s9+UP7wEAAAAAAAAA\
            AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAZtp7vt1+\
            BzZ6sEWXcxIA\
            """;

    private static List<Word> words(Random random) {
        var words = new ArrayList<Word>();
        for (int i = 0; i < WORDS; i++) {
            var text = new StringBuilder();
            int length = 2 + random.nextInt(6);
            for (int at = 0; at < length; at++) {
                text.append((char) (random.nextBoolean() ? 'a' + random.nextInt(26) : 0x4e00 + random.nextInt(4_000)));
            }
            words.add(new Word(text.toString(), Word.Action.values()[random.nextInt(4)]));
        }
        return words;
    }

    private static byte[] written(WordFilter filter) throws IOException {
        var bytes = new ByteArrayOutputStream();
        filter.write(bytes);
        return bytes.toByteArray();
    }

    @Test
    void whatIsReadFindsWhatWasWritten() throws IOException {
        var words = words(new Random(SEED));
        var filter = WordFilter.of(words);

        var read = WordFilter.read(new ByteArrayInputStream(written(filter)));

        assertEquals(filter.size(), read.size());
        for (var word : words) {
            assertEquals(filter.find(word.text()), read.find(word.text()), "seed " + SEED + ": " + word);
            assertTrue(!read.find(word.text()).isEmpty(), "seed " + SEED + ": " + word);
        }
    }

    @Test
    void anEmptyListIsReadToo() throws IOException {
        assertEquals(
                0,
                WordFilter.read(new ByteArrayInputStream(written(WordFilter.EMPTY)))
                        .size());
    }

    @Test
    void damageIsRefusedAndNothingElse() throws IOException {
        var random = new Random(SEED);
        var whole = written(WordFilter.of(words(random).subList(0, 50)));
        for (int i = 0; i < DAMAGES; i++) {
            var damaged = whole.clone();
            if (random.nextBoolean()) {
                damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            } else {
                damaged = Arrays.copyOf(damaged, random.nextInt(damaged.length));
            }
            var bytes = damaged;
            assertThrows(
                    IOException.class,
                    () -> WordFilter.read(new ByteArrayInputStream(bytes)),
                    "seed " + SEED + ", damage " + i);
        }
    }

    @Test
    void aListOfBeforeIsCompiledAgain() throws IOException {
        try (var bytes =
                new GZIPInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(BEFORE.strip())))) {
            var read = WordFilter.read(bytes);

            assertEquals(3, read.size());
            assertEquals(
                    Word.Action.MASK, read.find("snakeoil").getFirst().word().action());
            assertEquals(Word.Action.REJECT, read.find("他妈").getFirst().word().action());
            assertEquals(Word.Action.HOLD, read.find("fuck").getFirst().word().action());
        }
    }
}
