package dev.vitrine.rooms;

import dev.vitrine.platform.test.LayersKeepTheirPlace;

class LayersKeepTheirPlaceTest extends LayersKeepTheirPlace {
    LayersKeepTheirPlaceTest() {
        super("rooms", Persistence.HIBERNATE, "jakarta.persistence..", "dev.vitrine.pipeline");
    }
}
