package dev.vitrine.it.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.it.support.Cloud;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// Every page and state of the web client, in both languages, on phone and desktop, light and dark, in a real browser.
class PagesInBrowserTest {
    private static final long WITHIN_MINUTES = 8;

    @Test
    void everyPageShowsWhatItShould() throws Exception {
        var browser = new ProcessBuilder("node", "web/e2e/pages.mjs")
                .directory(Cloud.root().resolve("clients").toFile())
                .inheritIO()
                .start();
        assertTrue(browser.waitFor(WITHIN_MINUTES, TimeUnit.MINUTES), "the browser test ends");
        assertEquals(0, browser.exitValue());
    }
}
