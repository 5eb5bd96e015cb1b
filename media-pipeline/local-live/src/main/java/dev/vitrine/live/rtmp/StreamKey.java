package dev.vitrine.live.rtmp;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/// A stream key as nobody can use it any more: only its hash leaves the place where it was read.
record StreamKey(String hash) {
    /// Keys that the service issues are a tenth of this.
    private static final int MAX_CHARACTERS = 256;

    /// @param published the name of the `publish` command; what follows a `?` belongs to the encoder
    static Optional<StreamKey> of(String published) {
        int query = published.indexOf('?');
        String key = query < 0 ? published : published.substring(0, query);
        if (key.isEmpty() || key.length() > MAX_CHARACTERS) {
            return Optional.empty();
        }
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return Optional.of(new StreamKey(HexFormat.of().formatHex(hash)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
