package dev.vitrine.rooms.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import dev.vitrine.model.RoomId;
import dev.vitrine.pipeline.ChannelRef;
import dev.vitrine.pipeline.ChannelState;
import dev.vitrine.pipeline.StreamRef;
import dev.vitrine.rooms.FakeProvider;
import dev.vitrine.rooms.RealStores;
import dev.vitrine.rooms.entity.StreamKeyHash;
import dev.vitrine.rooms.event.RoomInterrupted;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealStores.class)
class StreamEventsMakeStatesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Api api;
    private final OnStreamEvent onStreamEvent;
    private final OnEvent onEvent;
    private final Heal heal;
    private final AuthorizePublishFunction authorize;
    private final FakeProvider provider;
    private final Instant begin = Instant.now().minusSeconds(60).truncatedTo(ChronoUnit.MILLIS);
    private String room;
    private String key;

    StreamEventsMakeStatesTest(
            Api api,
            OnStreamEvent onStreamEvent,
            OnEvent onEvent,
            Heal heal,
            AuthorizePublishFunction authorize,
            FakeProvider provider) {
        this.api = api;
        this.onStreamEvent = onStreamEvent;
        this.onEvent = onEvent;
        this.heal = heal;
        this.authorize = authorize;
        this.provider = provider;
    }

    @BeforeEach
    void aReadyRoom() {
        room = api.room("alice", "Tea at five");
        key = api.key("alice", room);
    }

    @AfterEach
    void providerAnswers() {
        provider.answerAgain();
    }

    @Test
    void theKeyOfAReadyRoomMayPushAndARotatedOneMayNot() {
        assertEquals("ACCEPTED", decide(key).decision());
        assertEquals(room, decide(key).channel());

        api.key("alice", room);

        assertEquals("UNKNOWN_KEY", decide(key).reason());
    }

    @Test
    void theKeyOfACancelledRoomMayNotPush() {
        api.ask("DELETE /v1/rooms/{id}").id(room).as("alice", "streamer").go();

        assertEquals("ROOM_NOT_OPEN", decide(key).reason());
    }

    @Test
    void aStartedStreamMakesTheRoomLiveWithPlaybackAndCover() {
        started("s1", begin);

        var live = api.read(room);
        assertEquals("LIVE", state());
        assertEquals(begin, Instant.parse(live.get("liveAt").textValue()));
        assertTrue(live.at("/playback/hls").textValue().endsWith(room + "/master.m3u8"));
        assertTrue(live.get("coverUrl").textValue().endsWith("covers/" + room + ".jpg"));
    }

    @Test
    void aProviderWithoutASnapshotDoesNotKeepARoomFromGoingLive() {
        provider.die();
        started("s1", begin);

        assertEquals("LIVE", state());
    }

    @Test
    void repeatedAndReorderedReportsComeToTheSameState() {
        stopped("s1", begin.plusSeconds(5));
        started("s1", begin);
        assertEquals("READY", state());

        started("s2", begin.plusSeconds(10));
        started("s2", begin.plusSeconds(10));
        stopped("s1", begin.plusSeconds(5));
        assertEquals("LIVE", state());

        stopped("s2", begin.plusSeconds(20));
        stopped("s2", begin.plusSeconds(20));
        started("s2", begin.plusSeconds(10));
        assertEquals("INTERRUPTED", state());
    }

    @Test
    void aStreamThatStaysAwayEndsTheShowAndOneThatReturnsDoesNot() {
        started("s1", begin);
        stopped("s1", begin.plusSeconds(5));
        started("s2", begin.plusSeconds(8));
        interruptedSince(begin.plusSeconds(5));
        assertEquals("LIVE", state());

        stopped("s2", begin.plusSeconds(9));
        interruptedSince(begin.plusSeconds(5));
        assertEquals("INTERRUPTED", state());

        interruptedSince(begin.plusSeconds(9));
        assertEquals("ENDED", state());
        assertTrue(provider.hasEnded(new ChannelRef(room)));
    }

    @Test
    void anEndedShowOpensItsReplayOnce() {
        started("s1", begin);
        api.ask("POST /v1/rooms/{id}/end").id(room).as("alice", "streamer").go();
        rendered();
        rendered();

        var replay = api.read(room);
        assertEquals("REPLAY_READY", state());
        assertEquals(12.5, replay.at("/replay/durationSeconds").doubleValue());
        assertEquals(
                "http://127.0.0.1:8080/media/vod/x/replay.mp4",
                replay.at("/replay/mp4").textValue());
    }

    @Test
    void viewersAreCountedWhileLiveAndThePeakStays() {
        started("s1", begin);
        viewers(7, begin.plusSeconds(10));
        viewers(3, begin.plusSeconds(20));
        viewers(9, begin.plusSeconds(15));

        assertEquals(3, api.read(room).get("viewers").intValue());
        assertEquals(7, api.read(room).get("peakViewers").intValue());

        stopped("s1", begin.plusSeconds(30));
        assertEquals(0, api.read(room).get("viewers").intValue());
    }

    @Test
    void socketsAndPlaybackSessionsAreNotAddedUp() {
        sockets(5, begin);
        assertEquals(0, api.read(room).get("viewers").intValue(), "nobody watches what is not live");

        started("s1", begin);
        assertEquals(5, api.read(room).get("viewers").intValue(), "who waited is there");

        viewers(3, begin.plusSeconds(10));
        sockets(8, begin.plusSeconds(20));
        sockets(9, begin.plusSeconds(15));
        assertEquals(8, api.read(room).get("viewers").intValue());

        sockets(2, begin.plusSeconds(30));
        assertEquals(3, api.read(room).get("viewers").intValue());
        assertEquals(8, api.read(room).get("peakViewers").intValue());
    }

    @Test
    void socketsAloneMakeNoCrowd() {
        started("s1", begin);
        sockets(3_000, begin.plusSeconds(5));
        assertEquals(100, api.read(room).get("viewers").intValue());
        assertEquals(100, api.read(room).get("peakViewers").intValue());
        viewers(3_000, begin.plusSeconds(10));
        assertEquals(3_000, api.read(room).get("viewers").intValue());
    }

    @Test
    void aLostStartHealsFromTheProvidersTruth() {
        provider.putOnAir(new ChannelRef(room), new ChannelState.OnAir(new StreamRef("s1"), begin, 4));

        heal.heal().await().atMost(PATIENCE);

        assertEquals("LIVE", state());
        assertEquals(4, api.read(room).get("viewers").intValue());
    }

    @Test
    void aLostStopHealsFromTheProvidersTruth() {
        started("s1", begin);

        heal.heal().await().atMost(PATIENCE);

        assertEquals("INTERRUPTED", state());
    }

    private String state() {
        return api.read(room).get("state").textValue();
    }

    private PublishDecision decide(String streamKey) {
        var question = new PublishQuestion(StreamKeyHash.of(streamKey).value());
        return authorize.decide(question).await().atMost(PATIENCE);
    }

    private void started(String stream, Instant at) {
        notify("stream.started", stream, at, "");
    }

    private void stopped(String stream, Instant at) {
        notify("stream.stopped", stream, at, "");
    }

    private void viewers(int count, Instant at) {
        notify("viewers.counted", "s1", at, ",\"viewers\":" + count);
    }

    private void sockets(int count, Instant at) {
        event("dev.vitrine.chat.viewers-counted.v1", at, "{\"viewers\":" + count + "}");
    }

    private void notify(String type, String stream, Instant at, String more) {
        take("""
                {"id":"%s","source":"vitrine.live","type":"%s","channel":"%s","stream":"%s","at":"%s"%s}""".formatted(UUID.randomUUID(), type, room, stream, at, more));
    }

    private void take(String body) {
        onStreamEvent.take(message(body)).await().atMost(PATIENCE);
    }

    private void interruptedSince(Instant since) {
        var told = new RoomInterrupted(
                RoomId.parse(room), "alice", "alice", "Tea at five", "BRAND", Optional.of(room), since);
        event(told.type().value(), told.json().toString());
    }

    private void rendered() {
        event("dev.vitrine.media.replay-rendered.v1", """
                {"channel":"%s","hlsKey":"vod/x/master.m3u8","dashKey":"vod/x/manifest.mpd",
                 "mp4Key":"vod/x/replay.mp4","durationMillis":12500}""".formatted(room));
    }

    private void event(String type, String data) {
        event(type, begin, data);
    }

    private void event(String type, Instant at, String data) {
        onEvent.take(message("""
                {"specversion":"1.0","id":"%s","type":"%s","source":"/t","subject":"%s","time":"%s","data":%s}""".formatted(UUID.randomUUID(), type, room, at, data)))
                .await()
                .atMost(PATIENCE);
    }

    private static SQSMessage message(String body) {
        var message = new SQSMessage();
        message.setBody(body);
        return message;
    }
}
