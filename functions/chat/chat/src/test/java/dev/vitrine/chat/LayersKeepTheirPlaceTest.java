package dev.vitrine.chat;

import dev.vitrine.platform.test.LayersKeepTheirPlace;

class LayersKeepTheirPlaceTest extends LayersKeepTheirPlace {
    LayersKeepTheirPlaceTest() {
        // the trie of the word filter: an algorithm, no framework
        super("chat", Persistence.DRIVER, "com.hankcs.algorithm");
    }
}
