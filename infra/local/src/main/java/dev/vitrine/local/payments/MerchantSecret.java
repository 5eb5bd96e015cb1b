package dev.vitrine.local.payments;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// Knows a merchant by the bearer secret, in a time that does not depend on what was sent.
final class MerchantSecret {
    private static final String SCHEME = "Bearer ";

    private final byte[] digest;

    MerchantSecret(String secret) {
        this.digest = sha256(secret);
    }

    /// @param authorization the header's value
    boolean provedBy(String authorization) {
        return authorization.startsWith(SCHEME)
                && MessageDigest.isEqual(digest, sha256(authorization.substring(SCHEME.length())));
    }

    /// Digests have one length, so that not even the secret's length shows.
    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
