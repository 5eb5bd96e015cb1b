package dev.vitrine.media.boundary;

import io.smallrye.config.ConfigMapping;
import java.net.URI;

/// Where the local rendering service listens. Environment: `VITRINE_LIVE_CONTROL_URL`, `VITRINE_LIVE_CONTROL_TOKEN`.
@ConfigMapping(prefix = "vitrine.live")
public interface RenderingConfig {
    URI controlUrl();

    /// A secret.
    String controlToken();
}
