package dev.vitrine.it.chat;

import static dev.vitrine.it.support.Eventually.eventually;

import dev.vitrine.it.support.BrowserScript;
import dev.vitrine.it.support.Cloud;
import dev.vitrine.it.support.Encoder;
import dev.vitrine.it.support.SharedCloud;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// Two viewers and a streamer in real browsers, over a live picture: what one says flies over the other's;
/// what is taken away vanishes there and from the replay; the replay shows the rest at its second.
class TalkInBrowsersTest {
    private static final String STREAMER = "talk-in-browsers";
    private static final int CLIP_SECONDS = 12;

    private final Cloud cloud = SharedCloud.get();

    @Test
    void whatIsSaidFliesAndIsFoundAgainInTheReplay() throws Exception {
        var streamer = cloud.as(STREAMER, "streamer");
        var room = streamer.createRoom("Talk in browsers").path("id").asText();
        var clip = Encoder.clip(SharedCloud.folder(), "640x360", CLIP_SECONDS);
        try (var encoder = Encoder.push(clip, streamer.pushAddress(room))) {
            eventually("the room is live", Duration.ofSeconds(40), () -> streamer.state(room), "LIVE"::equals);
            watch(room, "live");
            streamer.end(room);
        }
        watch(room, "replay");
    }

    /// Prints how long a deletion took.
    private void watch(String room, String part) throws Exception {
        BrowserScript.run(
                Duration.ofMinutes(5),
                "chat.mjs",
                "--url",
                cloud.url().toString(),
                "--room",
                room,
                "--streamer",
                STREAMER,
                "--part",
                part,
                "--pictures",
                SharedCloud.folder().resolve("pictures").toString());
    }
}
