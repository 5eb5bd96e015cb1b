package dev.vitrine.rooms.entity;

import dev.vitrine.model.InvalidValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// All that is kept of a stream key: its SHA-256 in lower-case hex. A key is 128 random bits or more, so a plain
/// hash cannot be searched.
public record StreamKeyHash(String value) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    public StreamKeyHash {
        if (value == null || !FORM.matcher(value).matches()) {
            throw new InvalidValue("streamKeyHash", "must be a SHA-256 in 64 lower-case hex digits");
        }
    }

    public static StreamKeyHash of(String streamKey) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(streamKey.getBytes(StandardCharsets.UTF_8));
            return new StreamKeyHash(HexFormat.of().formatHex(hash));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
