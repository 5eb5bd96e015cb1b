package dev.vitrine.chat.entity;

import dev.vitrine.model.RoomId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Makes room-scoped pseudonyms: 80 bits of HMAC-SHA256 over room and person, in RFC 4648's base32. Whoever
/// lacks the key can neither tell who it is nor that two rooms saw the same person.
public final class Pseudonyms {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int BITS_A_CHARACTER = 5;
    private static final int CHARACTERS = 16;

    private final SecretKeySpec key;

    public Pseudonyms(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    public Viewer of(RoomId room, String subject) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(room.toString().getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return new Viewer(base32(mac.doFinal(subject.getBytes(StandardCharsets.UTF_8))));
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
