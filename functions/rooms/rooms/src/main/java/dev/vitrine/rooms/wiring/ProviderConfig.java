package dev.vitrine.rooms.wiring;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// Which cloud live service carries the video.
@ConfigMapping(prefix = "vitrine.media")
interface ProviderConfig {

    /// Environment: `VITRINE_MEDIA_PROVIDER`. One of: `local`.
    @WithDefault("local")
    String provider();
}
