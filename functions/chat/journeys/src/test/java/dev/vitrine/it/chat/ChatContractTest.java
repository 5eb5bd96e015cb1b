package dev.vitrine.it.chat;

import static dev.vitrine.it.support.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vitrine.it.support.Api;
import dev.vitrine.it.support.Api.Answer;
import dev.vitrine.it.support.ChatSocket;
import dev.vitrine.it.support.Chatting;
import dev.vitrine.it.support.Cloud;
import dev.vitrine.it.support.Contract;
import dev.vitrine.it.support.Contract.TypedText;
import dev.vitrine.it.support.SharedCloud;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What chat's functions answer is what `openapi.yaml` says, operation by operation and status by status.
class ChatContractTest {
    private static final Contract CONTRACT =
            Contract.read(Cloud.root().resolve("functions/chat/contract/openapi.yaml"));
    private static final String NOBODYS_ROOM = "01890000-0000-7000-8000-000000000000";
    private static final String NOBODY = "aaaaaaaaaaaaaaaa";
    private static final Duration KEPT_WITHIN = Duration.ofSeconds(20);

    private final Cloud cloud = SharedCloud.get();
    private final Api owner = cloud.as("chat-owner", "streamer");
    private final Api other = cloud.as("chat-other", "streamer");
    private final Api operator = cloud.as("chat-operator", "operator");
    private final Api auditor = cloud.as("chat-auditor", "auditor");
    private final Api viewer = cloud.as("chat-viewer", "viewer");
    private final Api guest = cloud.asGuest();

    /// Every operation of the contract was called and answered as promised; a new one without a test fails
    /// here.
    @AfterAll
    static void everyOperationWasCalled() {
        assertEquals(CONTRACT.operations(), CONTRACT.operationsSeen());
    }

    private static Answer check(String operation, int status, Answer answer) {
        return CONTRACT.check(operation, answer.expect(status));
    }

    private String openRoom() {
        return Chatting.openRoom(cloud, owner, "Chat contract");
    }

    private ChatSocket enter(String room, String subject) {
        return Chatting.enter(cloud, room, subject, "viewer");
    }

    /// The message once the history has it.
    private JsonNode kept(String room, String text) {
        return eventually(
                "the history has it",
                KEPT_WITHIN,
                () -> {
                    for (var message : owner.get(chat(room) + "/messages")
                            .expect(200)
                            .json()
                            .path("items")) {
                        if (message.path("text").asText().equals(text)) {
                            return message;
                        }
                    }
                    return null;
                },
                found -> found != null);
    }

    private static String chat(String room) {
        return "/v1/rooms/" + room + "/chat";
    }

    @Test
    void thePolicyIsReadByAllAndChangedByModerators() {
        var room = openRoom();
        var seen =
                Map.of("if-match", check("getChat", 200, guest.get(chat(room))).header("etag"));
        var changed = check(
                "changePolicy",
                200,
                owner.patch(chat(room), Map.of("slowModeSeconds", 5, "followersOnly", true, "notice", "Welcome 欢迎")));
        assertEquals(5, changed.json().at("/policy/slowModeSeconds").asInt());
        // who has not seen the change does not undo it
        check("changePolicy", 412, owner.send("PATCH", chat(room), Map.of("slowModeSeconds", 1), seen));
        var cleared = check("changePolicy", 200, operator.patch(chat(room), "{\"notice\":null}"));
        assertTrue(cleared.json().at("/policy/notice").isNull());
        assertTrue(cleared.json().at("/policy/followersOnly").asBoolean());
        check("getChat", 404, guest.get(chat(NOBODYS_ROOM)));
        check("getChat", 400, guest.get(chat("7")));
    }

    @Test
    void aMessageIsListedDeletedAndAudited() {
        var room = openRoom();
        try (var ann = enter(room, "contract-ann")) {
            ann.say("hello contract");
            var message = kept(room, "hello contract");
            check("listMessages", 200, owner.get(chat(room) + "/messages?viewer=" + Chatting.viewer(ann)));
            var delete = chat(room) + "/messages/" + message.path("seq").asLong() + "/delete";
            check("deleteMessage", 204, owner.post(delete, Map.of("reason", "a test")));
            check("deleteMessage", 204, owner.post(delete, Map.of("reason", "a test")));
            assertTrue(kept(room, "hello contract").path("deleted").asBoolean());
            check("deleteMessage", 404, owner.post(chat(room) + "/messages/999999/delete", Map.of("reason", "x")));
            check("deleteMessage", 422, owner.post(delete, Map.of("reason", "")));
            check("deleteMessage", 400, owner.post(delete, "["));
            var acts = check("listActs", 200, auditor.get(chat(room) + "/acts")).json();
            assertEquals("DELETE_MESSAGE", acts.at("/items/0/act").asText());
            assertEquals("a test", acts.at("/items/0/reason").asText());
            assertEquals("chat-owner", acts.at("/items/0/actor").asText());
        }
    }

    @Test
    void aViewerIsSanctionedAndFreedAgain() {
        var room = openRoom();
        try (var ann = enter(room, "contract-ben")) {
            ann.say("i was here");
            kept(room, "i was here");
            var path = chat(room) + "/sanctions/" + Chatting.viewer(ann);
            var mute = Map.of("kind", "MUTE", "seconds", 60, "reason", "a test");
            check("sanctionViewer", 200, put(owner, path, mute));
            var list = check("listSanctions", 200, owner.get(chat(room) + "/sanctions"));
            assertEquals(Chatting.viewer(ann), list.json().at("/items/0/viewer").asText());
            check("liftSanction", 204, owner.delete(path));
            check("liftSanction", 204, owner.delete(path));
            check("sanctionViewer", 200, put(operator, path, Map.of("kind", "BAN", "reason", "a test")));
            assertEquals("BANNED", ann.say("again").path("rule").asText());
            check("sanctionViewer", 404, put(owner, chat(room) + "/sanctions/" + NOBODY, mute));
            check("sanctionViewer", 422, put(owner, path, Map.of("kind", "MUTE", "seconds", 5, "reason", "x")));
            check("sanctionViewer", 422, put(owner, path, Map.of("kind", "BAN", "seconds", 60, "reason", "x")));
        }
    }

    @Test
    void aModeratorIsAppointedActsAndIsDismissed() {
        var room = openRoom();
        try (var mod = enter(room, "contract-mod")) {
            mod.say("may i help");
            kept(room, "may i help");
            var moderator = cloud.as("contract-mod", "viewer");
            var path = chat(room) + "/moderators/" + Chatting.viewer(mod);
            check("appointModerator", 403, put(moderator, path, null));
            check("appointModerator", 204, put(owner, path, null));
            check("listModerators", 200, moderator.get(chat(room) + "/moderators"));
            check("changePolicy", 200, moderator.patch(chat(room), Map.of("slowModeSeconds", 3)));
            check("appointModerator", 403, put(moderator, chat(room) + "/moderators/" + NOBODY, null));
            check("appointModerator", 404, put(owner, chat(room) + "/moderators/" + NOBODY, null));
            check(
                    "sanctionViewer",
                    409,
                    put(
                            moderator,
                            chat(room) + "/sanctions/" + Chatting.viewer(mod),
                            Map.of("kind", "BAN", "reason", "myself")));
            check("dismissModerator", 204, owner.delete(path));
            check("changePolicy", 403, moderator.patch(chat(room), Map.of("slowModeSeconds", 0)));
        }
    }

    @Test
    void wordsStopMessagesAndAPersonDecides() {
        var room = openRoom();
        var words = chat(room) + "/words";
        check(
                "changeRoomWords",
                204,
                owner.post(words, Map.of("add", List.of(Map.of("word", "contractword", "action", "HOLD")))));
        assertEquals(
                "contractword",
                check("listRoomWords", 200, owner.get(words))
                        .json()
                        .at("/items/0/word")
                        .asText());
        try (var ann = enter(room, "contract-cat")) {
            eventually(
                    "the word is in force",
                    KEPT_WITHIN,
                    () -> ann.say("see contractword " + System.nanoTime()),
                    reply -> reply.path("rule").asText().equals("HELD"));
            var review = check("listReviews", 200, owner.get(chat(room) + "/reviews?state=OPEN"))
                    .json()
                    .at("/items/0");
            var decision = chat(room) + "/reviews/" + review.path("id").asText() + "/decision";
            check("decideReview", 200, owner.post(decision, Map.of("decision", "RELEASE", "reason", "fine")));
            check("decideReview", 200, owner.post(decision, Map.of("decision", "RELEASE", "reason", "fine")));
            check("decideReview", 409, owner.post(decision, Map.of("decision", "REFUSE", "reason", "no")));
            ann.awaitItem("the released message", item -> item.path("text")
                    .asText()
                    .equals(review.path("text").asText()));
        }
        check("changeRoomWords", 204, owner.post(words, Map.of("remove", List.of("contractword"))));
        check("changeRoomWords", 422, owner.post(words, Map.of("add", List.of(Map.of("word", "", "action", "HOLD")))));
    }

    @Test
    void thePlatformsWordsAreTheOperators() {
        var change = Map.of("add", List.of(Map.of("word", "platformcontractword", "action", "MASK")));
        check("changePlatformWords", 403, owner.post("/v1/chat/words", change));
        check("changePlatformWords", 204, operator.post("/v1/chat/words", change));
        check("listPlatformWords", 200, auditor.get("/v1/chat/words?limit=100"));
        check("listPlatformWords", 403, viewer.get("/v1/chat/words"));
        check(
                "changePlatformWords",
                204,
                operator.post("/v1/chat/words", Map.of("remove", List.of("platformcontractword"))));
    }

    @Test
    void whatAPersonSaidIsErasedEverywhere() {
        var room = openRoom();
        try (var ann = enter(room, "contract-dora");
                var reader = Chatting.enterAsGuest(cloud, room)) {
            ann.say("forget me");
            kept(room, "forget me");
            check("eraseMessages", 403, viewer.delete("/v1/chat/people/contract-dora/messages"));
            var erased = check(
                    "eraseMessages", 202, cloud.as("contract-dora", "viewer").delete("/v1/chat/people/me/messages"));
            assertEquals(1, erased.json().path("messages").asInt());
            assertTrue(owner.get(chat(room) + "/messages").json().path("items").isEmpty());
            reader.awaitItem(
                    "readers are told", item -> item.path("act").asText().equals("MESSAGES_ERASED"));
        }
    }

    static List<TypedText> typedTexts() {
        return CONTRACT.typedTexts();
    }

    /// Whoever adds such a text to the contract and forgets the rule finds out here.
    @ParameterizedTest
    @MethodSource("typedTexts")
    void whatPeopleTypeIsHeldToTheRuleOfText(TypedText text) {
        var path = text.path()
                .replace("{id}", SharedRoom.of(this))
                .replace("{seq}", "1")
                .replace("{viewer}", NOBODY)
                .replace("{review}", NOBODYS_ROOM);
        var answer =
                check(text.operationId(), 422, operator.send(text.method(), path, text.body("a\u202Eb"), Map.of()));

        var fields = answer.json().path("errors").findValuesAsText("field");
        assertTrue(fields.contains(text.field()), answer.text());
    }

    record Call(String operation, String method, String path, String body) {}

    static Stream<Call> moderatorsOperations() {
        return Stream.of(
                new Call("changePolicy", "PATCH", "", "{\"slowModeSeconds\":1}"),
                new Call("listMessages", "GET", "/messages", null),
                new Call("deleteMessage", "POST", "/messages/1/delete", "{\"reason\":\"x\"}"),
                new Call("listSanctions", "GET", "/sanctions", null),
                new Call("sanctionViewer", "PUT", "/sanctions/" + NOBODY, "{\"kind\":\"BAN\",\"reason\":\"x\"}"),
                new Call("liftSanction", "DELETE", "/sanctions/" + NOBODY, null),
                new Call("listModerators", "GET", "/moderators", null),
                new Call("appointModerator", "PUT", "/moderators/" + NOBODY, null),
                new Call("dismissModerator", "DELETE", "/moderators/" + NOBODY, null),
                new Call("listActs", "GET", "/acts", null),
                new Call("listReviews", "GET", "/reviews", null),
                new Call(
                        "decideReview",
                        "POST",
                        "/reviews/" + NOBODYS_ROOM + "/decision",
                        "{\"decision\":\"RELEASE\",\"reason\":\"x\"}"),
                new Call("listRoomWords", "GET", "/words", null),
                new Call("changeRoomWords", "POST", "/words", "{\"remove\":[\"x\"]}"));
    }

    @ParameterizedTest
    @MethodSource("moderatorsOperations")
    void anotherStreamerAViewerAndAGuestMayNot(Call call) {
        var room = SharedRoom.of(this);
        var path = chat(room) + call.path();
        check(call.operation(), 403, other.send(call.method(), path, call.body(), Map.of()));
        check(call.operation(), 403, viewer.send(call.method(), path, call.body(), Map.of()));
        check(call.operation(), 401, guest.send(call.method(), path, call.body(), Map.of()));
        check(
                call.operation(),
                404,
                operator.send(call.method(), chat(NOBODYS_ROOM) + call.path(), call.body(), Map.of()));
    }

    /// One room for what nobody is allowed to change anyway.
    private static final class SharedRoom {
        private static String room;

        static synchronized String of(ChatContractTest test) {
            if (room == null) {
                room = test.openRoom();
            }
            return room;
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"slowModeSeconds\":61}|422|slowModeSeconds",
                "{\"slowModeSeconds\":\"1\"}|400|slowModeSeconds",
                "{\"followersOnly\":1}|400|followersOnly",
                "{\"notice\":\"\"}|422|notice",
                "{\"fast\":true}|400|fast",
                "{}|422|body",
                "[]|400|body"
            })
    void aBadFieldIsNamed(String body, int status, String field) {
        var answer = check("changePolicy", status, owner.patch(chat(SharedRoom.of(this)), body));
        assertEquals(field, answer.json().at("/errors/0/field").asText(), answer.text());
    }

    @ParameterizedTest
    @CsvSource({"limit=0", "limit=101", "limit=x", "cursor=abc", "colour=red"})
    void aBadQueryIsNamed(String query) {
        var answer = check("listMessages", 400, owner.get(chat(SharedRoom.of(this)) + "/messages?" + query));
        assertEquals(query.split("=")[0], answer.json().at("/errors/0/field").asText(), answer.text());
    }

    private static Answer put(Api api, String path, Object body) {
        return api.send("PUT", path, body, Map.of());
    }
}
