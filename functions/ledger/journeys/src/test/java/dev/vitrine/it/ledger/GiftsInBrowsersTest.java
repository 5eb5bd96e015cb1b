package dev.vitrine.it.ledger;

import dev.vitrine.it.support.BrowserScript;
import dev.vitrine.it.support.Cloud;
import dev.vitrine.it.support.Paying;
import dev.vitrine.it.support.SharedCloud;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// A viewer buys coins and gives them, another sees it over the live picture, the streamer's income moves: in
/// real browsers.
class GiftsInBrowsersTest {
    private static final String STREAMER = "gifts-in-browsers";

    private final Cloud cloud = SharedCloud.get();

    @Test
    void aGiftIsPaidSeenRankedAndEarned() throws Exception {
        var streamer = cloud.as(STREAMER, "streamer");
        var room = streamer.createRoom("Gifts in browsers").path("id").asText();
        try (var _ = Paying.goLive(streamer, room, SharedCloud.folder())) {
            BrowserScript.run(
                    Duration.ofMinutes(4),
                    "gifts.mjs",
                    "--url",
                    cloud.url().toString(),
                    "--room",
                    room,
                    "--streamer",
                    STREAMER,
                    "--pictures",
                    SharedCloud.folder().resolve("pictures").toString());
        }
        streamer.end(room);
    }
}
