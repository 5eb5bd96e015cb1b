package dev.vitrine.platform.database;

import io.smallrye.config.ConfigMapping;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/// The key that seals stored answers.
@ConfigMapping(prefix = "vitrine.sealing")
interface SealingConfig {

    /// Base64 of 32 random bytes. Environment: `VITRINE_SEALING_KEY`.
    Optional<String> key();

    default SealedBox box() {
        var text = key().orElseThrow(
                        () -> new IllegalStateException("vitrine.sealing.key (VITRINE_SEALING_KEY) is not set"));
        try {
            return new SealedBox(Base64.getDecoder().decode(text), new SecureRandom());
        } catch (IllegalArgumentException wrong) {
            throw new IllegalStateException(
                    "vitrine.sealing.key (VITRINE_SEALING_KEY) must be base64 of 32 bytes", wrong);
        }
    }
}
