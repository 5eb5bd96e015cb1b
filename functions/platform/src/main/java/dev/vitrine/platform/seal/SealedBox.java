package dev.vitrine.platform.seal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Seals text with AES-256-GCM, bound to the place it is kept in: a sealed text copied to another row does not
/// open.
///
/// Form: 12 random bytes (nonce), then cipher text with its 16-byte tag. NIST SP 800-38D.
public final class SealedBox {
    public static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final String ALGORITHM = "AES/GCM/NoPadding";

    private final SecretKeySpec key;
    private final SecureRandom random;

    public SealedBox(byte[] key, SecureRandom random) {
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("a sealing key has " + KEY_BYTES + " bytes, this one " + key.length);
        }
        this.key = new SecretKeySpec(key, "AES");
        this.random = random;
    }

    public byte[] seal(String text, String place) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        var sealed = apply(Cipher.ENCRYPT_MODE, nonce, text.getBytes(StandardCharsets.UTF_8), place);
        return ByteBuffer.allocate(nonce.length + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /// @throws IllegalStateException when it was sealed under another key, for another place, or was changed
    public String open(byte[] box, String place) {
        if (box.length < NONCE_BYTES) {
            throw new IllegalStateException("a sealed text is longer than " + NONCE_BYTES + " bytes");
        }
        var nonce = Arrays.copyOf(box, NONCE_BYTES);
        var sealed = Arrays.copyOfRange(box, NONCE_BYTES, box.length);
        return new String(apply(Cipher.DECRYPT_MODE, nonce, sealed, place), StandardCharsets.UTF_8);
    }

    private byte[] apply(int mode, byte[] nonce, byte[] input, String place) {
        try {
            var cipher = Cipher.getInstance(ALGORITHM);
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException refused) {
            throw new IllegalStateException("cannot seal or open: wrong key, wrong place, or changed bytes", refused);
        }
    }
}
