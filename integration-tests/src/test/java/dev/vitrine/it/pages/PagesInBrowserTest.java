package dev.vitrine.it.pages;

import dev.vitrine.it.support.BrowserScript;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// Every page and state of the web client, in both languages, on phone and desktop, light and dark, in a real browser.
class PagesInBrowserTest {
    private static final Duration WITHIN = Duration.ofMinutes(45);

    @Test
    void everyPageShowsWhatItShould() throws Exception {
        BrowserScript.run(WITHIN, "pages.mjs");
    }
}
