package dev.vitrine.model;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Makes room-scoped pseudonyms: 80 bits of HMAC-SHA256 over room and person, in RFC 4648's base32. Whoever
/// lacks the key can neither tell who it is nor that two rooms saw the same person. Every capability of a
/// house makes the same, so that the giver of a gift is the speaker of a message.
public final class RoomPseudonyms {
    public static final int CHARACTERS = 16;

    private static final String ALGORITHM = "HmacSHA256";
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final String PURPOSE = "chat pseudonyms"; // as the first capability that made them called it
    private static final int BITS_A_CHARACTER = 5;

    private final SecretKeySpec key;

    public RoomPseudonyms(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /// @param sealingKey base64 of the house's key; the key of pseudonyms is derived from it
    public static RoomPseudonyms of(String sealingKey) {
        return new RoomPseudonyms(new RoomPseudonyms(Base64.getDecoder().decode(sealingKey)).hmac(PURPOSE));
    }

    /// 16 characters.
    public String of(RoomId room, String subject) {
        return base32(hmac(room + "\0" + subject));
    }

    private byte[] hmac(String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    private static String base32(byte[] bytes) {
        var text = new StringBuilder(CHARACTERS);
        for (int bit = 0; text.length() < CHARACTERS; bit += BITS_A_CHARACTER) {
            int pair = (bytes[bit / 8] & 0xff) << 8 | bytes[bit / 8 + 1] & 0xff;
            text.append(ALPHABET.charAt(pair >> 16 - BITS_A_CHARACTER - bit % 8 & 0x1f));
        }
        return text.toString();
    }
}
