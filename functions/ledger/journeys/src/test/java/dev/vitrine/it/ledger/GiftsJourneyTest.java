package dev.vitrine.it.ledger;

import static dev.vitrine.it.support.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vitrine.it.support.Api;
import dev.vitrine.it.support.Api.Answer;
import dev.vitrine.it.support.Chatting;
import dev.vitrine.it.support.Cloud;
import dev.vitrine.it.support.Paying;
import dev.vitrine.it.support.SharedCloud;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The road of a gift: coins are bought on the provider's page, given in a live room, shown there and ranked.
class GiftsJourneyTest {
    private static final Duration TOLD_WITHIN = Duration.ofSeconds(30);

    private final Cloud cloud = SharedCloud.get();
    private final Api streamer = cloud.as("gifts-streamer", "streamer");
    private final Api ann = cloud.as("gifts-ann", "viewer");

    private static Answer give(Api giver, String room, String gift, int count, Map<String, String> key) {
        return giver.post("/v1/rooms/" + room + "/gifts", Map.of("gift", gift, "count", count), key);
    }

    /// The room's event may be a moment behind its state.
    private Answer giveWhenLive(String room, String gift, int count, Map<String, String> key) {
        return eventually(
                "the ledger knows that the room is live",
                TOLD_WITHIN,
                () -> give(ann, room, gift, count, key),
                answer -> answer.status() != 409);
    }

    @Test
    void whatIsPaidIsGivenShownAndRanked() {
        var topUp = Paying.start(ann, "coins-300");
        Paying.choose(topUp, "pay-with-duplicates");
        Paying.await(ann, topUp, "PAID");
        assertEquals(300, Paying.coins(ann));
        var refused = Paying.start(ann, "coins-300");
        Paying.choose(refused, "refuse");
        Paying.await(ann, refused, "REFUSED");

        var room = streamer.createRoom("Gifts").path("id").asText();
        try (var _ = Paying.goLive(streamer, room, SharedCloud.folder());
                var reader = Chatting.enterAsGuest(cloud, room)) {
            var key = Paying.key();
            var sent = giveWhenLive(room, "rose", 3, key).expect(201).json();
            assertEquals(285, sent.path("balance").asLong());
            assertEquals(sent, give(ann, room, "rose", 3, key).expect(201).json());
            give(ann, room, "rose", 4, key).expect(409);
            var less = give(ann, room, "castle", 1, Paying.key()).expect(402);
            assertEquals(5200 - 285, less.json().path("missing").asLong());

            var shown = reader.awaitItem(
                    "the gift is shown", item -> item.path("kind").asText().equals("gift"));
            assertEquals(sent.path("id"), shown.at("/body/id"));
            assertEquals("gifts-ann", shown.at("/body/name").asText());
            eventually(
                    "the gift is ranked",
                    TOLD_WITHIN,
                    () -> cloud.asGuest()
                            .get("/v1/rooms/" + room + "/gift-ranking")
                            .json(),
                    ranking -> ranking.at("/items/0/coins").asLong() == 15
                            && ranking.at("/items/0/viewer").equals(shown.at("/body/viewer")));
            assertEquals(
                    10,
                    streamer.get("/v1/income")
                            .expect(200)
                            .json()
                            .path("pending")
                            .asLong());

            streamer.end(room);
            eventually(
                    "the ledger knows that the show is over",
                    TOLD_WITHIN,
                    () -> give(ann, room, "heart", 1, Paying.key()).status(),
                    status -> status == 409);
        }
    }
}
