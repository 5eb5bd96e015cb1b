package dev.vitrine.chat.wiring;

import dev.vitrine.chat.entity.Pseudonyms;
import dev.vitrine.model.RoomPseudonyms;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/// Names viewers as every capability of this house does.
@ApplicationScoped
class PseudonymKey {

    @Produces
    @Dependent
    Pseudonyms pseudonyms(RoomPseudonyms house) {
        return new Pseudonyms(house);
    }
}
