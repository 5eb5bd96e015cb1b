package dev.vitrine.it.upgrade;

import static dev.vitrine.it.support.Eventually.eventually;
import static dev.vitrine.it.upgrade.Deeds.CARL;
import static dev.vitrine.it.upgrade.Deeds.PATIENCE;

import dev.vitrine.it.support.ChatSocket;
import dev.vitrine.it.support.Chatting;
import java.util.List;
import java.util.Map;

/// A moderator, a message that is taken away, a ban, a word that holds what is said, a notice.
record OrderIsKept(House house, Deeds deeds, String room) {

    void by(ChatSocket carl, ChatSocket ann, ChatSocket dora) {
        var chat = "/v1/rooms/" + room + "/chat";
        deeds.streamer()
                .send("PUT", chat + "/moderators/" + Chatting.viewer(carl), null, Map.of())
                .expect(204);
        var rude = dora.say("rude").path("seq").asLong();
        deeds.say(room, dora, "not rude");
        house.as(CARL)
                .post(chat + "/messages/" + rude + "/delete", Map.of("reason", "rude"))
                .expect(204);
        deeds.streamer()
                .send(
                        "PUT",
                        chat + "/sanctions/" + Chatting.viewer(dora),
                        Map.of("kind", "BAN", "reason", "rude again"),
                        Map.of())
                .expect(200);
        deeds.streamer()
                .post(
                        chat + "/words",
                        Map.of("add", List.of(Map.of("word", "cheap", "action", "HOLD")), "remove", List.of()))
                .expect(204);
        eventually(
                "the word is in force",
                PATIENCE,
                () -> ann.say("cheap " + System.nanoTime()).path("rule").asText(),
                "HELD"::equals);
        deeds.streamer().patch(chat, Map.of("notice", "Welcome 欢迎")).expect(200);
    }
}
