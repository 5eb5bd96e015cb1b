package dev.vitrine.platform.seal;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/// The secret of the house.
@ConfigMapping(prefix = "vitrine.sealing")
interface SealingConfig {

    /// Base64 of 32 random bytes. Environment: `VITRINE_SEALING_KEY`.
    Optional<String> key();
}
