package dev.vitrine.chat.wiring;

import dev.vitrine.chat.entity.Pseudonyms;
import dev.vitrine.model.RoomPseudonyms;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Derives the keys of chat from the house's sealing key, so that a deployment has one secret fewer.
@ApplicationScoped
class PseudonymKey {

    @Produces
    @Dependent
    Pseudonyms pseudonyms(@ConfigProperty(name = "vitrine.sealing.key") Optional<String> sealingKey) {
        return new Pseudonyms(RoomPseudonyms.of(sealingKey.orElseThrow(
                () -> new IllegalStateException("vitrine.sealing.key (VITRINE_SEALING_KEY) is not set"))));
    }
}
