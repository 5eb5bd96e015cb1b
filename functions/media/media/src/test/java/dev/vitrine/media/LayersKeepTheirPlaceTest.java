package dev.vitrine.media;

import dev.vitrine.platform.test.LayersKeepTheirPlace;

class LayersKeepTheirPlaceTest extends LayersKeepTheirPlace {
    LayersKeepTheirPlaceTest() {
        super("media", Persistence.NONE, "dev.vitrine.pipeline");
    }
}
