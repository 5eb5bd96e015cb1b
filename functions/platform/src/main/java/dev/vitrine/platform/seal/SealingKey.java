package dev.vitrine.platform.seal;

import dev.vitrine.model.RoomPseudonyms;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The house's one secret, and what is derived from it, so that a deployment has few secrets.
///
/// Read at its first use: a function that seals nothing needs none.
@ApplicationScoped
public class SealingKey {
    private static final String NAME = "vitrine.sealing.key (VITRINE_SEALING_KEY)";

    private final Optional<String> key;

    /// @param key base64 of 32 random bytes. Environment: `VITRINE_SEALING_KEY`
    public SealingKey(@ConfigProperty(name = "vitrine.sealing.key") Optional<String> key) {
        this.key = key;
    }

    /// @throws IllegalStateException when the key is missing or has another form
    public SealedBox box() {
        return derived(text -> new SealedBox(Base64.getDecoder().decode(text), new SecureRandom()));
    }

    /// Names people as every other capability of this house does.
    ///
    /// @throws IllegalStateException when the key is missing or has another form
    @Produces
    @Dependent
    RoomPseudonyms pseudonyms() {
        return derived(RoomPseudonyms::of);
    }

    private <T> T derived(Function<String, T> derivation) {
        var text = key.orElseThrow(() -> new IllegalStateException(NAME + " is not set"));
        try {
            return derivation.apply(text);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalStateException(NAME + " must be base64 of " + SealedBox.KEY_BYTES + " bytes", wrong);
        }
    }
}
