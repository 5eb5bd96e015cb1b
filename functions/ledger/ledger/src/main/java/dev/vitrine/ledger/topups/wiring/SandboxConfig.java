package dev.vitrine.ledger.topups.wiring;

import dev.vitrine.platform.Setting;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Where the sandbox is, and what is shared with it. Optional here, so that what is missing is told by its name.
@ConfigMapping(prefix = "vitrine.payments.sandbox")
public interface SandboxConfig {

    /// Environment: `VITRINE_PAYMENTS_SANDBOX_URL`; `/sessions` is below it.
    Optional<URI> url();

    /// Shown to the sandbox, and the key of its callbacks. Environment: `VITRINE_PAYMENTS_SANDBOX_SECRET`.
    Optional<String> secret();

    /// Still good for callbacks while the secret is exchanged. Environment:
    /// `VITRINE_PAYMENTS_SANDBOX_PREVIOUS_SECRET`.
    Optional<String> previousSecret();

    /// How long it may take to open a session.
    @WithDefault("PT5S")
    @WithConverter(Setting.Patience.class)
    Duration patience();

    default List<String> secrets() {
        required("secret", "SECRET", secret());
        return Stream.of(secret(), previousSecret()).flatMap(Optional::stream).toList();
    }

    static <T> T required(String key, String variable, Optional<T> value) {
        return value.orElseThrow(() -> new IllegalStateException(
                "vitrine.payments.sandbox." + key + " (VITRINE_PAYMENTS_SANDBOX_" + variable + ") is not set"));
    }
}
