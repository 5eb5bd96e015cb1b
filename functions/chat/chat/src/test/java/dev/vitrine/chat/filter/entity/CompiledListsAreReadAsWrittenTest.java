package dev.vitrine.chat.filter.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CompiledListsAreReadAsWrittenTest {
    private static final long SEED = 20_261_125;
    private static final int WORDS = 2_000;
    private static final int DAMAGES = 500;

    private static List<Word> words(Random random) {
        var words = new ArrayList<Word>();
        for (int i = 0; i < WORDS; i++) {
            var text = new StringBuilder();
            int length = 2 + random.nextInt(6);
            for (int at = 0; at < length; at++) {
                text.append((char) (random.nextBoolean() ? 'a' + random.nextInt(26) : 0x4e00 + random.nextInt(4_000)));
            }
            words.add(new Word(text.toString(), Word.Action.values()[random.nextInt(3)]));
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
}
