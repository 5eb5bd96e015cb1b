package dev.vitrine.platform.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SealedBoxOpensOnlyInItsPlaceTest {
    private final SealedBox box = box((byte) 1);

    @Test
    void whatWasSealedOpensInItsPlace() {
        assertEquals("sk_secret", box.open(box.seal("sk_secret", "alice\nk1"), "alice\nk1"));
    }

    @Test
    void theSecretIsNotReadableAndNeverSealedTheSame() {
        var sealed = new String(box.seal("sk_secret", "p"), StandardCharsets.ISO_8859_1);

        assertFalse(sealed.contains("sk_secret"));
        assertFalse(sealed.equals(new String(box.seal("sk_secret", "p"), StandardCharsets.ISO_8859_1)));
    }

    @Test
    void anotherPlaceAnotherKeyOrAChangedByteDoesNotOpen() {
        var sealed = box.seal("sk_secret", "alice\nk1");
        assertThrows(IllegalStateException.class, () -> box.open(sealed, "mallory\nk1"));
        assertThrows(IllegalStateException.class, () -> box((byte) 2).open(sealed, "alice\nk1"));
        sealed[sealed.length - 1] ^= 1;
        assertThrows(IllegalStateException.class, () -> box.open(sealed, "alice\nk1"));
        assertThrows(IllegalStateException.class, () -> box.open(new byte[3], "alice\nk1"));
    }

    private static SealedBox box(byte fill) {
        var key = new byte[SealedBox.KEY_BYTES];
        Arrays.fill(key, fill);
        return new SealedBox(key, new SecureRandom());
    }
}
