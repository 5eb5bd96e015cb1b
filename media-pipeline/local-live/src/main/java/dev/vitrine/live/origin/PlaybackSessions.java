package dev.vitrine.live.origin;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Playback sessions: 32 letters that come with a manifest and stand in the addresses that it names.
/// Nothing is kept of them: time, 64 random bits, and a signature over both and the channel, 96 bits of
/// HMAC-SHA256. A key and a clock are all that whoever issues or checks one needs; the edge function of
/// a CDN has both.
///
/// A session opens nothing. It says that whoever fetches media began with a manifest of this channel.
public final class PlaybackSessions {
    /// A stream may last so long, and a player reads the multivariant playlist of a stream once.
    static final Duration LIFETIME = Duration.ofHours(12);
    private static final int RANDOM_BYTES = Long.BYTES;
    private static final int SIGNED_BYTES = Integer.BYTES + RANDOM_BYTES;
    private static final int SIGNATURE_BYTES = 12;
    private static final int BYTES = SIGNED_BYTES + SIGNATURE_BYTES;
    /// A multiple of four letters to three bytes: no padding, and one way only to write a session.
    private static final int LETTERS = BYTES / 3 * 4;

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;
    private final InstantSource clock;
    private final SecureRandom random;

    /// @param key of the house, the same wherever its sessions are checked
    public PlaybackSessions(String key, InstantSource clock, SecureRandom random) {
        this.key = new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM);
        this.clock = clock;
        this.random = random;
    }

    String issue(String channel) {
        byte[] drawn = new byte[RANDOM_BYTES];
        random.nextBytes(drawn);
        byte[] session = ByteBuffer.allocate(BYTES)
                .putInt((int) clock.instant().getEpochSecond())
                .put(drawn)
                .array();
        System.arraycopy(signature(session, channel), 0, session, SIGNED_BYTES, SIGNATURE_BYTES);
        return Base64.getUrlEncoder().encodeToString(session);
    }

    /// Whether it was issued here, for this channel, within [#LIFETIME].
    boolean valid(String session, String channel) {
        if (session.length() != LETTERS) {
            return false;
        }
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(session);
        } catch (IllegalArgumentException _) {
            return false; // no letters of base64
        }
        byte[] told = Arrays.copyOfRange(bytes, SIGNED_BYTES, bytes.length);
        return MessageDigest.isEqual(signature(bytes, channel), told) && inTime(bytes);
    }

    private boolean inTime(byte[] session) {
        Instant issued = Instant.ofEpochSecond(
                Integer.toUnsignedLong(ByteBuffer.wrap(session).getInt()));
        Instant now = clock.instant();
        return !issued.isAfter(now) && now.isBefore(issued.plus(LIFETIME));
    }

    private byte[] signature(byte[] session, String channel) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(session, 0, SIGNED_BYTES);
            return Arrays.copyOf(mac.doFinal(channel.getBytes(StandardCharsets.UTF_8)), SIGNATURE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }
}
