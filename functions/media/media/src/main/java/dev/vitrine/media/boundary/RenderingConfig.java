package dev.vitrine.media.boundary;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.Optional;

/// Where the local rendering service listens. Absent for a function of this artefact that does not use it.
@ConfigMapping(prefix = "vitrine.live")
public interface RenderingConfig {

    /// Environment: `VITRINE_LIVE_CONTROL_URL`.
    Optional<URI> controlUrl();

    /// A secret. Environment: `VITRINE_LIVE_CONTROL_TOKEN`.
    Optional<String> controlToken();
}
