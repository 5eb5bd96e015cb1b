package dev.vitrine.it.upgrade;

import static dev.vitrine.it.support.Eventually.eventually;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vitrine.it.support.Api;
import dev.vitrine.it.support.ChatSocket;
import dev.vitrine.it.support.Chatting;
import dev.vitrine.it.support.Paying;
import dev.vitrine.it.support.Playlist;
import dev.vitrine.it.upgrade.Truths.Reader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What people do in a house that will be killed, and what they were answered.
final class Deeds {
    static final Reader STREAMER = new Reader("upgrade-streamer", "streamer");
    static final Reader ANN = new Reader("upgrade-ann", "viewer");
    static final Reader BOB = new Reader("upgrade-bob", "viewer");
    static final Reader CARL = new Reader("upgrade-carl", "viewer");
    static final Reader DORA = new Reader("upgrade-dora", "viewer");
    static final Reader OPERATOR = new Reader("upgrade-operator", "operator");
    static final Reader AUDITOR = new Reader("upgrade-auditor", "auditor");
    static final Reader GUEST = new Reader(null, null);

    static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final int ON_AIR_SECONDS = 6;
    private static final ObjectMapper JSON = new ObjectMapper();

    final List<Truths.Said> said = new ArrayList<>();
    final List<Truths.Given> gifts = new ArrayList<>();
    final List<Truths.Repeat> repeats = new ArrayList<>();
    private House house;

    /// The next start of the house.
    void goOnIn(House next) {
        house = next;
    }

    Api streamer() {
        return house.as(STREAMER);
    }

    String room(String title, Map<String, ?> more) {
        var room = new HashMap<String, Object>(more);
        room.put("title", title);
        return streamer()
                .post("/v1/rooms", room, Paying.key())
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    String address(String room) {
        return streamer().pushAddress(room);
    }

    static String messages(String room) {
        return "/v1/rooms/" + room + "/chat/messages";
    }

    ChatSocket enter(String room, Reader who) {
        return eventually(
                "somebody enters",
                PATIENCE,
                () -> Chatting.enter(house.cloud(), room, who.who(), who.role()),
                _ -> true);
    }

    /// On air, and chat and ledger have heard of it.
    ChatSocket awaitLive(String room, Reader who) {
        awaitState(room, "LIVE");
        for (var what : List.of("/gift-ranking", "/chat")) {
            eventually(
                    "others know the room",
                    PATIENCE,
                    () -> house.cloud()
                            .asGuest()
                            .get("/v1/rooms/" + room + what)
                            .status(),
                    status -> status == 200);
        }
        return enter(room, who);
    }

    void awaitState(String room, String state) {
        eventually(room + " is " + state, PATIENCE, () -> streamer().state(room), state::equals);
    }

    /// So much that a replay can be made of it.
    void awaitPicture(String room) {
        eventually(
                "there is a picture of " + ON_AIR_SECONDS + " s",
                PATIENCE,
                () -> Playlist.read(streamer().room(room).at("/playback/hls").asText())
                        .variants()
                        .getFirst(),
                playlist -> playlist.seconds() >= ON_AIR_SECONDS);
    }

    /// Under an id that no other socket of the speaker has used: else it would be the same message sent again.
    void say(String room, ChatSocket who, String text) {
        var id = "upgrade-" + said.size();
        var reply = eventually(
                "it is said: " + text,
                PATIENCE,
                () -> who.ask(who.request("say").put("id", id).put("text", text)),
                answer -> answer.path("ok").asBoolean());
        said.add(new Truths.Said(room, reply.path("seq").asLong(), text));
    }

    void give(String room, Reader giver, String gift, int count) {
        var wish = JSON.createObjectNode().put("gift", gift).put("count", count);
        var once = "upgrade-" + gifts.size();
        var sent = eventually(
                        "the gift is taken",
                        PATIENCE,
                        () -> house.give(giver, room, wish, once),
                        answer -> answer.status() == 201)
                .json();
        gifts.add(new Truths.Given(
                room, sent.path("id").asText(), giver.who(), sent.path("coins").asLong()));
        repeats.add(new Truths.Repeat(giver, room, wish, once, 201, sent));
    }
}
