package dev.vitrine.rooms.wiring;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.Optional;

/// How the local live service is reached; needed with the provider `local` alone.
@ConfigMapping(prefix = "vitrine.live.control")
interface LocalLiveConfig {

    /// Environment: `VITRINE_LIVE_CONTROL_URL`.
    Optional<URI> url();

    /// Environment: `VITRINE_LIVE_CONTROL_TOKEN`. A secret.
    Optional<String> token();

    default URI requireUrl() {
        return url().orElseThrow(() -> missing("url", "URL"));
    }

    default String requireToken() {
        return token().orElseThrow(() -> missing("token", "TOKEN"));
    }

    private static IllegalStateException missing(String key, String variable) {
        return new IllegalStateException(
                "vitrine.live.control." + key + " (VITRINE_LIVE_CONTROL_" + variable + ") is not set");
    }
}
