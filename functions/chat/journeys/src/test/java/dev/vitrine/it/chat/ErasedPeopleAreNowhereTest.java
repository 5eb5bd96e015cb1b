package dev.vitrine.it.chat;

import static dev.vitrine.it.support.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vitrine.it.support.Api;
import dev.vitrine.it.support.Catalogs;
import dev.vitrine.it.support.ChatSocket;
import dev.vitrine.it.support.Chatting;
import dev.vitrine.it.support.Cloud;
import dev.vitrine.it.support.LocalQueue;
import dev.vitrine.it.support.Paying;
import dev.vitrine.it.support.SharedCloud;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Somebody talks, gives, is sanctioned and asks to be erased: then every store is searched.
class ErasedPeopleAreNowhereTest {
    private static final int THRESHOLD = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /// What was paid is kept by law, under the issuer's opaque id.
    private static final Set<String> MONEY = Set.of(
            "postgres ledger.accounts", "postgres ledger.gifts", "postgres ledger.givers", "postgres ledger.top_ups");

    private static final Cloud cloud = Cloud.start(
            SharedCloud.folder().resolve("erased"),
            "--catalog",
            Catalogs.with("VITRINE_CHAT_LANE_THRESHOLD: '500'", "VITRINE_CHAT_LANE_THRESHOLD: '" + THRESHOLD + "'")
                    .toString());

    private final Stores stores = new Stores(cloud);
    private final Api streamer = cloud.as("erased-streamer", "streamer");
    private final String id = "sub-" + UUID.randomUUID();
    private final String name = "Evangeline Quill";
    private final String words = "my number is 55512987";

    @AfterAll
    static void stop() {
        cloud.close();
    }

    private String token() {
        return cloud.asGuest()
                .post("/local/token", Map.of("subject", id, "name", name, "roles", List.of("viewer")))
                .expect(200)
                .json()
                .path("access_token")
                .asText();
    }

    private JsonNode ranked(String room) {
        return cloud.asGuest()
                .get("/v1/rooms/" + room + "/gift-ranking")
                .expect(200)
                .json()
                .at("/items/0");
    }

    private void isRankedAs(String room, String wanted) {
        eventually(
                "the ranking says \"" + wanted + "\"",
                PATIENCE,
                () -> ranked(room),
                first -> first.has("name") && first.path("name").asText().equals(wanted));
    }

    private static void request(String person) {
        var request = UUID.randomUUID().toString();
        var event = """
                {"specversion":"1.0","id":"%s","type":"dev.vitrine.profile.erasure-requested.v1","source":"/profiles",\
                "subject":"%s","time":"%s","datacontenttype":"application/json",\
                "data":{"requestId":"%s","personId":"%s"}}""".formatted(UUID.randomUUID(), request, Instant.now(), request, person);
        // as profiles does
        new LocalQueue(cloud, "chat-events").send(event);
        new LocalQueue(cloud, "ledger-events").send(event);
    }

    @Test
    void nothingOfThemIsInAnyStore() {
        var room = streamer.createRoom("Erased").path("id").asText();
        var crowd = new ArrayList<ChatSocket>();
        try (var _ = Paying.goLive(streamer, room, SharedCloud.folder());
                var eve = ChatSocket.connect(cloud, Optional.of(token()))) {
            eventually(
                    "chat knows the room",
                    PATIENCE,
                    () -> cloud.asGuest().get("/v1/rooms/" + room + "/chat"),
                    answer -> answer.status() == 200);
            eve.join(room);
            for (int i = 0; i < THRESHOLD; i++) {
                crowd.add(Chatting.enterAsGuest(cloud, room));
            }
            eve.awaitItem("lane B", item -> item.path("lane").asText().equals("B"));
            long seq = eve.say(words).path("seq").asLong();
            long deleted = eve.say("and deleted: " + words).path("seq").asLong();
            assertTrue(seq > 0 && deleted > seq, "both are said");
            eventually(
                    "segments hold it",
                    PATIENCE,
                    () -> stores.objectsHolding("and deleted: " + words),
                    held -> !held.isEmpty());

            streamer.post("/v1/rooms/" + room + "/chat/messages/" + deleted + "/delete", Map.of("reason", "private"))
                    .expect(204);
            eventually(
                    "no segment holds what was deleted",
                    PATIENCE,
                    () -> stores.objectsHolding("and deleted: " + words),
                    Set::isEmpty);

            var buyer = cloud.asGuest().withToken(token());
            Paying.buy(buyer, "coins-300");
            eventually(
                    "the gift is given",
                    PATIENCE,
                    () -> buyer.post("/v1/rooms/" + room + "/gifts", Map.of("gift", "rose", "count", 3), Paying.key()),
                    answer -> answer.status() == 201);
            isRankedAs(room, name);
            sanctioned(room, Chatting.viewer(eve));
        }
        crowd.forEach(ChatSocket::close);
        eventually(
                "the search finds what is there",
                PATIENCE,
                () -> missing(stores.holding(name), "ledger.givers", "chat.people", "chat.messages", "redis", "s3"),
                Set::isEmpty);

        request(id);

        eventually("their words are nowhere", PATIENCE, () -> stores.holding(words), Set::isEmpty);
        eventually("nor is their name", PATIENCE, () -> stores.holding(name), Set::isEmpty);
        eventually("their id is where money is", PATIENCE, () -> stores.holding(id), held -> MONEY.containsAll(held));
        assertEquals("", ranked(room).path("name").asText());
        assertEquals(15, ranked(room).path("coins").asLong());
        request(id);
        for (var queue : List.of("chat-events", "ledger-events")) {
            eventually(
                    "a second request is taken like the first",
                    PATIENCE,
                    () -> new LocalQueue(cloud, queue).size(),
                    left -> left == 0);
        }
        assertEquals(Set.of(), stores.holding(words));
        for (var queue : List.of("chat-events-dlq", "ledger-events-dlq")) {
            assertEquals(0, new LocalQueue(cloud, queue).size(), queue);
        }
    }

    private void sanctioned(String room, String viewer) {
        var path = "/v1/rooms/" + room + "/chat/sanctions/" + viewer;
        streamer.send("PUT", path, Map.of("kind", "MUTE", "seconds", 600, "reason", "wrote: " + words), Map.of())
                .expect(200);
        isRankedAs(room, "");
        streamer.delete(path).expect(204);
        isRankedAs(room, name);
    }

    /// What is looked for and was not found: then the search itself would prove nothing.
    private static Set<String> missing(Set<String> found, String... wanted) {
        var missing = new java.util.TreeSet<String>();
        for (var each : wanted) {
            if (found.stream().noneMatch(place -> place.contains(each))) {
                missing.add(each);
            }
        }
        return missing;
    }
}
