package dev.vitrine.it.pages;

import dev.vitrine.it.support.BrowserScript;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// Whatever goes wrong with a live stream, the web player runs near the live edge soon after, over HLS and over DASH. A
/// seed draws the troubles; a soak has many seeds, and so may a run: `-Dvitrine.player.seeds=1-5`.
class ThePlayerRecoversInBrowserTest {
    private static final Duration WITHIN = Duration.ofMinutes(10);

    @Test
    void afterEveryTroubleThePictureRunsNearTheLiveEdge() throws Exception {
        BrowserScript.run(WITHIN, "recovery.mjs", "--seeds", System.getProperty("vitrine.player.seeds", "1"));
    }
}
