package dev.vitrine.it.chat;

import static dev.vitrine.it.support.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vitrine.it.support.Api;
import dev.vitrine.it.support.ChatSocket;
import dev.vitrine.it.support.Chatting;
import dev.vitrine.it.support.Cloud;
import dev.vitrine.it.support.Processes;
import dev.vitrine.it.support.SharedCloud;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// A hundred messages a second, and functions and Redis killed meanwhile: what was acknowledged is kept,
/// what must never be dropped is shown, presence is right again.
class TalkSurvivesKillsTest {
    private static final int SPEAKERS = 50;
    /// Two messages a second each: what one viewer may keep up for ever.
    private static final Duration PAUSE = Duration.ofMillis(500);

    private static final int KILLS = 4;
    private static final int ACTS_BETWEEN_KILLS = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final Cloud cloud = Cloud.start(SharedCloud.folder().resolve("talk-survives"));

    @AfterAll
    static void stop() {
        cloud.close();
    }

    @Test
    void whatWasAcknowledgedIsKeptWhateverIsKilled() throws Exception {
        var streamer = cloud.as("survivor", "streamer");
        var room = Chatting.openRoom(cloud, streamer, "Survives");
        var done = new AtomicBoolean();
        var acknowledged = Collections.synchronizedSet(new HashSet<Long>());
        var notices = new ArrayList<String>();
        var speakers = new ArrayList<ChatSocket>();
        try (var reader = Chatting.enterAsGuest(cloud, room);
                var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < SPEAKERS; i++) {
                speakers.add(Chatting.enter(cloud, room, "speaker-" + i, "viewer"));
            }
            speakers.forEach(each -> executor.submit(() -> talk(each, acknowledged, done)));
            for (int kill = 0; kill < KILLS; kill++) {
                act(streamer, room, notices);
                victims(kill).forEach(ProcessHandle::destroyForcibly);
            }
            act(streamer, room, notices);
            done.set(true);
            // who still waits for an answer would come back after the abort below
            executor.close();

            eventually("every act is shown", PATIENCE, () -> noticesIn(reader), shown -> shown.containsAll(notices));
            // danmaku may be sampled after a backlog, so that not each is shown; each is kept
            eventually(
                    "every acknowledged message is in the history",
                    PATIENCE,
                    () -> missing(acknowledged, streamer, room),
                    Set::isEmpty);
            assertEquals(List.of(), reader.read().faults());
            assertTrue(acknowledged.size() > SPEAKERS, "they talked: " + acknowledged.size());

            speakers.forEach(ChatSocket::abort);
            eventually(
                    "presence is right again",
                    Duration.ofSeconds(60),
                    () -> reader.read()
                            .items("presence")
                            .getLast()
                            .path("viewers")
                            .asInt(),
                    viewers -> viewers == 1);
        }
    }

    /// Functions, then Redis, by turns.
    private static List<ProcessHandle> victims(int kill) {
        return kill % 2 == 0 ? Processes.functions(cloud) : Processes.redis(cloud);
    }

    /// Acts of a moderator, each acknowledged; as a good client does, again until it is.
    private static void act(Api streamer, String room, List<String> notices) {
        for (int i = 0; i < ACTS_BETWEEN_KILLS; i++) {
            var notice = "notice " + notices.size();
            eventually(
                    "the notice is acknowledged",
                    PATIENCE,
                    () -> streamer.patch("/v1/rooms/" + room + "/chat", Map.of("notice", notice)),
                    answer -> answer.status() == 200);
            notices.add(notice);
        }
    }

    private static void talk(ChatSocket socket, Set<Long> acknowledged, AtomicBoolean done) {
        while (!done.get()) {
            if (socket.isClosed()) {
                socket.reconnect();
            }
            var message = socket.request("say").put("text", "line " + System.nanoTime());
            // an answer that a kill swallowed is asked for again under the same id
            JsonNode reply = socket.askStubbornly(message);
            if (reply.path("ok").asBoolean()) {
                acknowledged.add(reply.path("seq").asLong());
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private static Set<String> noticesIn(ChatSocket reader) {
        var shown = new HashSet<String>();
        reader.read()
                .items("moderation")
                .forEach(item -> shown.add(item.at("/policy/notice").asText()));
        return shown;
    }

    private static Set<Long> missing(Set<Long> acknowledged, Api streamer, String room) {
        var missing = new HashSet<>(acknowledged);
        var cursor = "";
        do {
            var page = streamer.get("/v1/rooms/" + room + "/chat/messages?limit=100" + cursor)
                    .expect(200)
                    .json();
            page.path("items")
                    .forEach(message -> missing.remove(message.path("seq").asLong()));
            cursor = page.path("nextCursor").isNull()
                    ? ""
                    : "&cursor=" + page.path("nextCursor").asText();
        } while (!cursor.isEmpty());
        return missing;
    }
}
