package dev.vitrine.it.chat;

import static dev.vitrine.it.support.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.it.support.Api;
import dev.vitrine.it.support.ChatSocket;
import dev.vitrine.it.support.Chatting;
import dev.vitrine.it.support.Cloud;
import dev.vitrine.it.support.SharedCloud;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// People talk in a room over real sockets: everybody is shown the same, those who keep order are obeyed at
/// once.
class RoomTalksTest {
    private final Cloud cloud = SharedCloud.get();
    private final Api streamer = cloud.as("talk-streamer", "streamer");

    private String openRoom(String title) {
        return Chatting.openRoom(cloud, streamer, title);
    }

    private ChatSocket enter(String subject, String room, String... roles) {
        return Chatting.enter(cloud, room, subject, roles);
    }

    private ChatSocket enterAsGuest(String room) {
        return Chatting.enterAsGuest(cloud, room);
    }

    @Test
    void everybodyIsShownTheSameInTheSameOrder() {
        var room = openRoom("Everybody is shown the same");
        try (var ann = enter("ann", room, "viewer");
                var bob = enter("bob", room, "viewer");
                var guest = enterAsGuest(room)) {
            var said = IntStream.range(0, 4).mapToObj(i -> "hello " + i).toList();
            for (int i = 0; i < said.size(); i++) {
                var reply = (i % 2 == 0 ? ann : bob).say(said.get(i));
                assertTrue(reply.path("ok").asBoolean(), reply.toString());
            }
            for (var each : List.of(ann, bob, guest)) {
                eventually(
                        "all is shown",
                        Duration.ofSeconds(20),
                        () -> each.read().texts(),
                        said::equals);
                assertEquals(List.of(), each.read().faults());
            }
            assertEquals(ann.read().items("danmaku"), guest.read().items("danmaku"));
            assertEquals("GUEST", guest.say("me too").path("rule").asText());
        }
    }

    @Test
    void aPersonHasAnotherNameInEveryRoom() {
        var first = openRoom("First");
        var second = openRoom("Second");
        try (var one = enter("cora", first, "viewer");
                var other = enter("cora", second, "viewer")) {
            var names = List.of(Chatting.viewer(one), Chatting.viewer(other));
            assertFalse(names.get(0).equals(names.get(1)), names.toString());
            assertFalse(one.joined().toString().contains("\"cora\"")
                    && Chatting.viewer(one).contains("cora"));
        }
    }

    @Test
    void whoComesBackMissesNothingAndSeesNothingTwice() {
        var room = openRoom("Coming back");
        try (var ann = enter("ann", room, "viewer");
                var bob = enter("bob", room, "viewer")) {
            ann.say("before");
            bob.awaitItem("the first", item -> item.path("text").asText().equals("before"));
            bob.abort();
            ann.say("meanwhile");
            bob.reconnect();
            ann.say("after");
            eventually(
                    "nothing is missing",
                    Duration.ofSeconds(20),
                    () -> bob.read().texts(),
                    List.of("before", "meanwhile", "after")::equals);
            assertEquals(List.of(), bob.read().faults());
        }
    }

    @Test
    void theSameMessageSentAgainIsSaidOnce() {
        var room = openRoom("Sent again");
        try (var ann = enter("ann", room, "viewer")) {
            var message = ann.request("say").put("text", "once");
            var first = ann.ask(message);
            ann.abort();
            ann.reconnect();
            var again = ann.ask(message);
            assertEquals(first.path("seq"), again.path("seq"));
            ann.say("end");
            ann.awaitItem("the end", item -> item.path("text").asText().equals("end"));
            assertEquals(List.of("once", "end"), ann.read().texts());
        }
    }

    @Test
    void aDeletedMessageIsTakenFromEverybody() {
        var room = openRoom("Deleted");
        try (var ann = enter("ann", room, "viewer");
                var bob = enter("bob", room, "viewer")) {
            long seq = ann.say("not nice").path("seq").asLong();
            bob.awaitItem("the message", item -> item.path("seq").asLong() == seq);
            streamer.post("/v1/rooms/" + room + "/chat/messages/" + seq + "/delete", Map.of("reason", "not nice"))
                    .expect(204);
            bob.awaitItem(
                    "the deletion",
                    item -> item.path("act").asText().equals("MESSAGE_DELETED")
                            && item.path("message").asLong() == seq);
            try (var late = enterAsGuest(room)) {
                assertFalse(late.joined().toString().contains("not nice"), "a newcomer is not shown it");
            }
        }
    }

    @Test
    void aMutedViewerIsToldWhyAndForHowLong() {
        var room = openRoom("Muted");
        try (var ann = enter("ann", room, "viewer")) {
            ann.say("before");
            var muted = streamer.send(
                    "PUT",
                    "/v1/rooms/" + room + "/chat/sanctions/" + Chatting.viewer(ann),
                    Map.of("kind", "MUTE", "seconds", 600, "reason", "advertising"),
                    Map.of());
            muted.expect(200);
            var refused = ann.say("and now");
            assertEquals("MUTED", refused.path("rule").asText());
            assertTrue(refused.path("retryAfterMillis").asLong() > 500_000, refused.toString());
            streamer.delete("/v1/rooms/" + room + "/chat/sanctions/" + Chatting.viewer(ann))
                    .expect(204);
            assertTrue(ann.say("thanks").path("ok").asBoolean());
        }
    }

    @Test
    void slowModeHoldsViewersButNotTheStreamer() {
        var room = openRoom("Slow");
        try (var ann = enter("ann", room, "viewer");
                var host = enter("talk-streamer", room, "streamer")) {
            streamer.patch("/v1/rooms/" + room + "/chat", Map.of("slowModeSeconds", 60))
                    .expect(200);
            assertTrue(ann.say("first").path("ok").asBoolean());
            var refused = ann.say("second");
            assertEquals("SLOW_MODE", refused.path("rule").asText());
            assertTrue(refused.path("retryAfterMillis").asLong() > 30_000, refused.toString());
            assertTrue(host.say("mine").path("ok").asBoolean());
            assertTrue(host.say("and mine again").path("ok").asBoolean());
        }
    }

    @Test
    void aWordIsInForceWithoutARestart() {
        var room = openRoom("Words");
        try (var ann = enter("ann", room, "viewer")) {
            assertTrue(ann.say("buy snakeoil").path("ok").asBoolean());
            streamer.post(
                            "/v1/rooms/" + room + "/chat/words",
                            Map.of("add", List.of(Map.of("word", "snakeoil", "action", "REJECT"))))
                    .expect(204);
            var refused = eventually(
                    "the word is refused",
                    Duration.ofSeconds(20),
                    () -> ann.say("buy s n a k e o i l " + System.nanoTime() % 1000),
                    reply -> reply.path("rule").asText().equals("WORDS"));
            assertFalse(refused.path("ok").asBoolean());
            var review = streamer.get("/v1/rooms/" + room + "/chat/reviews")
                    .expect(200)
                    .json()
                    .path("items")
                    .path(0);
            assertEquals("snakeoil", review.path("word").asText());
            assertEquals("ROOM", review.path("list").asText());
            assertEquals(4, review.path("wordFrom").asInt());
            assertEquals("buy s n a k e o i l".length(), review.path("wordTo").asInt());
        }
    }

    @Test
    void likesAreToldAsOneSum() {
        var room = openRoom("Likes");
        try (var ann = enter("ann", room, "viewer");
                var bob = enter("bob", room, "viewer")) {
            ann.like(30);
            bob.like(12);
            eventually(
                    "all likes are told",
                    Duration.ofSeconds(20),
                    () -> ann.read().items("likes").stream()
                            .mapToLong(item -> item.path("count").asLong())
                            .sum(),
                    sum -> sum == 42);
            assertEquals(42, ann.read().items("likes").getLast().path("total").asLong());
        }
    }

    @Test
    void presenceFollowsWhoComesAndGoes() {
        var room = openRoom("Presence");
        try (var ann = enter("ann", room, "viewer")) {
            var bob = enter("bob", room, "viewer");
            awaitViewers(ann, 2);
            bob.close();
            awaitViewers(ann, 1);
            var lost = enter("dan", room, "viewer");
            awaitViewers(ann, 2);
            lost.abort();
            awaitViewers(ann, 1);
        }
    }

    private static void awaitViewers(ChatSocket socket, int viewers) {
        eventually(
                viewers + " viewers are told",
                Duration.ofSeconds(60),
                () -> socket.read().items("presence"),
                told -> !told.isEmpty() && told.getLast().path("viewers").asInt() == viewers);
    }

    @Test
    void aForgedTokenOpensNoSocket() {
        var token = cloud.token("ann", "viewer");
        var forged = token.substring(0, token.lastIndexOf('.')) + ".AAAA";
        assertEquals(401, ChatSocket.refusal(cloud, forged));
    }

    @Test
    void whatCannotBeUnderstoodIsNamedAndHarmsNobody() {
        var room = openRoom("Nonsense");
        try (var ann = enter("ann", room, "viewer")) {
            ann.sendText("{not json");
            ann.sendText("{\"action\":\"dance\"}");
            ann.sendText("[]");
            eventually("three errors", Duration.ofSeconds(20), ann::others, told -> told.size() == 3);
            for (var text : List.of("", "x".repeat(101), "a\u0007b", "a\u202Eb", "z\u0301\u0302\u0303\u0304")) {
                var refused = ann.say(text);
                assertEquals("INVALID", refused.path("rule").asText(), refused.toString());
                assertTrue(refused.path("detail").asText().contains("text"), refused.toString());
            }
            assertEquals(
                    "INVALID",
                    ann.ask(ann.request("say").put("text", "x").put("seq", 7))
                            .path("rule")
                            .asText());
            assertEquals(
                    "NO_SUCH_ROOM",
                    ann.ask(ann.request("join").put("room", "01890000-0000-7000-8000-000000000000"))
                            .path("rule")
                            .asText());
            assertTrue(ann.say("still here").path("ok").asBoolean());
        }
    }
}
