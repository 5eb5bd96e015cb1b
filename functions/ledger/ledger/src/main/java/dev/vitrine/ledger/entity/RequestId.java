package dev.vitrine.ledger.entity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/// Names what a request makes, so that the request made again is the same thing: version 8 of RFC 9562, the
/// first 16 bytes of SHA-256 over purpose, person and idempotency key.
public final class RequestId {
    private RequestId() {}

    /// @param purpose `gift`, `top-up` ...: one key may serve several
    public static UUID of(String purpose, String subject, String key) {
        // lengths, so that no two requests read the same
        var name = purpose + '\n' + subject.length() + '\n' + subject + '\n' + key;
        try {
            var digest =
                    ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8)));
            var high = digest.getLong() & ~0xf000L | 0x8000L;
            var low = digest.getLong() & ~(3L << 62) | 1L << 63;
            return new UUID(high, low);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
