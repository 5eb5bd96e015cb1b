package dev.vitrine.it.faults;

import static dev.vitrine.it.support.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vitrine.it.support.Api;
import dev.vitrine.it.support.ChatSocket;
import dev.vitrine.it.support.Chatting;
import dev.vitrine.it.support.Cloud;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/// People who use every capability whatever happens to it. As good clients do, they repeat what was not
/// answered, and they know what was.
final class People implements AutoCloseable {
    /// The promise: from the end of a cause to the whole product.
    static final Duration WHOLE_WITHIN = Duration.ofSeconds(30);

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration WARM_WITHIN = Duration.ofMinutes(4);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(8);
    private static final Duration PAUSE = Duration.ofMillis(600);
    private static final Map<String, String> TOP_UP = Map.of("package", "coins-60", "method", "ALIPAY");

    private final Cloud cloud;
    private final String name;
    private final Api streamer;
    private final String room;
    private final ChatSocket reader;
    private final ChatSocket speaker;
    private final Set<String> rooms = Collections.synchronizedSet(new HashSet<>());
    private final Set<Long> said = Collections.synchronizedSet(new HashSet<>());
    /// Each of another person: only so many of one person may wait for payment.
    private final Map<String, Api> topUps = new ConcurrentHashMap<>();

    private final AtomicInteger buyers = new AtomicInteger();
    private final AtomicBoolean done = new AtomicBoolean();
    private final ExecutorService work = Executors.newVirtualThreadPerTaskExecutor();

    People(Cloud cloud, String name) {
        this.cloud = cloud;
        this.name = name;
        streamer = cloud.as(name, "streamer");
        room = atLast("a room is open", () -> Chatting.openRoom(cloud, streamer, name));
        reader = atLast("somebody reads", () -> Chatting.enterAsGuest(cloud, room));
        speaker = atLast("somebody speaks", () -> Chatting.enter(cloud, room, name + "-speaker", "viewer"));
        work.submit(() -> untilDone(this::plan));
        work.submit(() -> untilDone(this::talk));
        work.submit(() -> untilDone(this::topUp));
        eventually("they are at work", WARM_WITHIN, this::acknowledged, count -> count > 3);
    }

    /// On a busy machine what is cold takes its time; it is no part of what is measured.
    private static <T> T atLast(String what, Callable<T> deed) {
        return eventually(what, WARM_WITHIN, deed, Objects::nonNull);
    }

    private int acknowledged() {
        return Math.min(rooms.size(), Math.min(said.size(), topUps.size()));
    }

    private void untilDone(Runnable deed) {
        while (!done.get()) {
            try {
                deed.run();
            } catch (RuntimeException | AssertionError notNow) {
                // they come again
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /// One deed under one key, until it is answered.
    private JsonNode stubbornly(Api who, String path, Map<String, String> body) {
        var key = Map.of("idempotency-key", UUID.randomUUID().toString());
        while (!done.get()) {
            try {
                var answer = who.post(path, body, key);
                if (answer.status() == 201) {
                    return answer.json();
                }
            } catch (RuntimeException noAnswer) {
                // the same again
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        throw new IllegalStateException("they went home");
    }

    private void plan() {
        rooms.add(stubbornly(streamer, "/v1/rooms", Map.of("title", name + " " + rooms.size(), "kind", "BRAND"))
                .path("id")
                .asText());
    }

    private void topUp() {
        var buyer = newBuyer();
        topUps.put(stubbornly(buyer, "/v1/wallet/top-ups", TOP_UP).path("id").asText(), buyer);
    }

    private Api newBuyer() {
        return cloud.as(name + "-buyer-" + buyers.incrementAndGet(), "viewer");
    }

    private void talk() {
        var message = speaker.request("say").put("text", "line " + said.size());
        while (!done.get()) {
            try {
                JsonNode reply = speaker.askStubbornly(message);
                if (reply.path("ok").asBoolean()) {
                    said.add(reply.path("seq").asLong());
                }
                return;
            } catch (RuntimeException | AssertionError noAnswer) {
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    /// A request of each capability succeeds, what happened in one is known in another, a message that is
    /// said is heard, and every part says that it is up.
    ///
    /// @param since when the cause ended, by [System#nanoTime()]
    /// @return how long it took
    Duration areWholeWithin(Duration bound, long since) throws InterruptedException {
        var checks = new ArrayList<Future<?>>();
        checks.add(check(
                "every part is up",
                bound,
                since,
                () -> cloud.asGuest().get("/health").status() == 200));
        checks.add(check("a room is opened, and chat hears of it", bound, since, this::opensARoomThatChatKnows));
        checks.add(check("a top-up is begun", bound, since, this::beginsATopUp));
        checks.add(check("what is said is heard", bound, since, this::isHeard));
        for (var check : checks) {
            try {
                check.get();
            } catch (ExecutionException e) {
                throw e.getCause() instanceof AssertionError error ? error : new AssertionError(e.getCause());
            }
        }
        var took = Duration.ofNanos(System.nanoTime() - since);
        System.out.println(name + ": whole again after " + took.toMillis() + " ms");
        assertTrue(took.compareTo(bound) <= 0, "whole after " + took);
        return took;
    }

    private Future<?> check(String what, Duration bound, long since, Callable<Boolean> deed) {
        return work.submit(() -> {
            var left = bound.minusNanos(System.nanoTime() - since);
            eventually(what, left, deed, done -> done);
            System.out.println(name + ": " + what + " after "
                    + Duration.ofNanos(System.nanoTime() - since).toMillis() + " ms");
        });
    }

    /// Through the live service, which keeps its channel, and through the queues.
    private boolean opensARoomThatChatKnows() {
        var opened = streamer.createRoom(name + " again").path("id").asText();
        streamer.pushAddress(opened);
        eventually(
                "chat knows " + opened,
                WHOLE_WITHIN,
                () -> cloud.asGuest().get("/v1/rooms/" + opened + "/chat"),
                answer -> answer.status() == 200 && answer.json().path("open").asBoolean());
        return true;
    }

    private boolean beginsATopUp() {
        var key = Map.of("idempotency-key", UUID.randomUUID().toString());
        return newBuyer().post("/v1/wallet/top-ups", TOP_UP, key).status() == 201;
    }

    /// By a reader who was there before. Who gets no answer leaves and comes anew, as a client does.
    private boolean isHeard() throws Exception {
        var text = "heard " + UUID.randomUUID();
        var speaking = work.submit(() -> {
            try (var voice = Chatting.enter(cloud, room, name + "-voice", "viewer")) {
                if (reader.isClosed()) {
                    reader.reconnect();
                }
                return voice.say(text).path("ok").asBoolean();
            }
        });
        if (!speaking.get(ANSWER_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
            return false;
        }
        eventually("it is shown", ANSWER_WITHIN, () -> reader.read().items(), shown -> shown.toString()
                .contains(text));
        return true;
    }

    /// They stop, and look after what they were told.
    void findAllThatWasAcknowledged() {
        done.set(true);
        eventually("every room is there", PATIENCE, () -> missing(rooms, this::hasRoom), List::isEmpty);
        eventually("every top-up is there", PATIENCE, () -> missing(topUps.keySet(), this::hasTopUp), List::isEmpty);
        eventually("everything said is kept", PATIENCE, this::notKept, Set::isEmpty);
        assertEquals(List.of(), reader.read().faults());
        System.out.println(name + ": " + rooms.size() + " rooms, " + topUps.size() + " top-ups, " + said.size()
                + " messages acknowledged");
    }

    private static List<String> missing(Set<String> acknowledged, Predicate<String> isThere) {
        return List.copyOf(acknowledged).stream().filter(isThere.negate()).toList();
    }

    private boolean hasRoom(String id) {
        return streamer.get("/v1/rooms/" + id).status() == 200;
    }

    private boolean hasTopUp(String id) {
        return topUps.get(id).get("/v1/wallet/top-ups/" + id).status() == 200;
    }

    private Set<Long> notKept() {
        var missing = new HashSet<>(said);
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

    @Override
    public void close() {
        done.set(true);
        reader.abort();
        speaker.abort();
        work.shutdownNow();
    }
}
