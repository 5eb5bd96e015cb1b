package dev.vitrine.broken.control;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/// Whatever it is told it believes.
@ConfigMapping(prefix = "vitrine.broken")
interface UnboundConfig {
    @WithDefault("1")
    int mostThings();

    @WithDefault("1S")
    Duration patience();

    Optional<Long> worth();
}
