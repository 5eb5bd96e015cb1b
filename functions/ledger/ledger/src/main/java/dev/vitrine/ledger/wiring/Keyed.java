package dev.vitrine.ledger.wiring;

import dev.vitrine.model.RoomPseudonyms;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Names givers as their rooms do.
@ApplicationScoped
class Keyed {

    @Produces
    @Singleton
    RoomPseudonyms pseudonyms(@ConfigProperty(name = "vitrine.sealing.key") Optional<String> sealingKey) {
        return RoomPseudonyms.of(sealingKey.orElseThrow(
                () -> new IllegalStateException("vitrine.sealing.key (VITRINE_SEALING_KEY) is not set")));
    }
}
