package dev.vitrine.chat.talk.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.chat.store.Stage;
import dev.vitrine.chat.talk.entity.Outcome;
import dev.vitrine.chat.talk.entity.Rule;
import dev.vitrine.model.RoomId;
import dev.vitrine.platform.test.TestRedis;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EveryRuleOfTalkHasItsBoundTest {
    private static TestRedis redis;
    private final Stage stage = new Stage(redis);

    @BeforeAll
    static void start() {
        redis = TestRedis.start();
    }

    @AfterAll
    static void stop() {
        redis.close();
    }

    @Test
    void whatIsSaidGetsTheNextNumber() {
        var room = stage.aRoom();

        assertEquals(Outcome.done(1L), stage.say(room, "ann", "a", "one"));
        assertEquals(Outcome.done(2L), stage.say(room, "bob", "a", "two"));
        assertEquals(2, stage.entries(room));
    }

    @Test
    void aClientIdSaysNothingTwice() {
        var room = stage.aRoom();
        var first = stage.say(room, "ann", "same", "hello");

        for (int again = 0; again < 20; again++) {
            assertEquals(first, stage.say(room, "ann", "same", "hello"));
        }
        assertEquals(first, stage.say(room, "ann", "same", "another text"));
        assertEquals(1, stage.entries(room));
        assertEquals(Outcome.done(2L), stage.say(room, "bob", "same", "hello"), "another's id is another id");
    }

    @Test
    void fiveAtOnceThenTwoASecond() {
        var room = stage.aRoom();
        for (int n = 0; n < RoomTalk.BURST; n++) {
            assertDone(stage.say(room, "ann", "b" + n, "text " + n));
        }
        assertRefused(Rule.RATE, Optional.of(RoomTalk.REFILL), stage.say(room, "ann", "over", "more"));

        stage.pass(RoomTalk.REFILL.minusMillis(1));
        assertRefused(Rule.RATE, Optional.of(Duration.ofMillis(1)), stage.say(room, "ann", "over", "more"));
        stage.pass(Duration.ofMillis(1));
        assertDone(stage.say(room, "ann", "over", "more"));
        assertRefused(Rule.RATE, Optional.of(RoomTalk.REFILL), stage.say(room, "ann", "next", "even more"));
        assertDone(stage.say(room, "bob", "x", "not limited by ann"));
    }

    @Test
    void slowModeHasItsSeconds() {
        var room = stage.aRoom("slowMode", "30");
        assertDone(stage.say(room, "ann", "a", "one"));

        stage.pass(Duration.ofSeconds(30).minusMillis(1));
        assertRefused(Rule.SLOW_MODE, Optional.of(Duration.ofMillis(1)), stage.say(room, "ann", "b", "two"));
        stage.pass(Duration.ofMillis(1));
        assertDone(stage.say(room, "ann", "b", "two"));
        assertDone(sayAsModerator(room, "mod", "c", "one"));
        assertDone(sayAsModerator(room, "mod", "d", "two"));
    }

    @Test
    void onlyFollowersTalkWhereOnlyFollowersMay() {
        var room = stage.aRoom("followersOnly", "true");

        assertRefused(Rule.FOLLOWERS_ONLY, Optional.empty(), stage.say(room, "ann", "a", "one"));
        assertDone(say(room, "fan", "a", "one", false, true));
        assertDone(sayAsModerator(room, "mod", "a", "one"));

        stage.follow("streamer", "fan");
        assertEquals(
                true, Stage.get(stage.speakers.of(room, "fan")).orElseThrow().follows());
        assertEquals(
                false, Stage.get(stage.speakers.of(room, "ann")).orElseThrow().follows());
    }

    @Test
    void theSameTextWaitsTenSeconds() {
        var room = stage.aRoom();
        assertDone(stage.say(room, "ann", "a", "buy"));

        stage.pass(RoomTalk.REPEAT.minusMillis(1));
        assertRefused(Rule.REPEATED, Optional.of(Duration.ofMillis(1)), stage.say(room, "ann", "b", "buy"));
        assertDone(stage.say(room, "bob", "b", "buy"));
        stage.pass(Duration.ofMillis(1));
        assertDone(stage.say(room, "ann", "b", "buy"));
    }

    @Test
    void aMutedViewerWaitsForTheEndAndABannedOneForEver() {
        var room = stage.aRoom();
        stage.mute(room, "ann", stage.instant().plusSeconds(60));
        stage.ban(room, "bob");

        assertRefused(Rule.MUTED, Optional.of(Duration.ofSeconds(60)), stage.say(room, "ann", "a", "one"));
        assertRefused(Rule.BANNED, Optional.empty(), stage.say(room, "bob", "a", "one"));
        stage.pass(Duration.ofSeconds(60));
        assertDone(stage.say(room, "ann", "a", "one"));
    }

    @ParameterizedTest
    @CsvSource({
        "SCHEDULED,0,false",
        "READY,0,true",
        "LIVE,86400,true",
        "INTERRUPTED,0,true",
        "ENDED,599,true",
        "ENDED,600,false",
        "REPLAY_READY,0,false",
        "CANCELLED,0,false"
    })
    void aRoomTalksWhileThereIsAPictureAndTenMinutesMore(String state, long secondsSince, boolean talks) {
        var room = stage.aRoom("state", state);
        stage.pass(Duration.ofSeconds(secondsSince));

        var outcome = stage.say(room, "ann", "a", "one");
        if (talks) {
            assertDone(outcome);
        } else {
            assertRefused(Rule.ROOM_CLOSED, Optional.empty(), outcome);
        }
    }

    @Test
    void nobodyTalksInARoomThatRedisLost() {
        assertRefused(Rule.NOT_JOINED, Optional.empty(), stage.say(new RoomId(stage.ids.next()), "ann", "a", "one"));
    }

    @Test
    void whatTheListsHoldBackIsNotSaidAndToldAgain() {
        var room = stage.aRoom();
        var held = new Outcome.Refused<Long>(Rule.HELD, "a person looks at it: word", Optional.empty());
        var speech = new RoomTalk.Speech(room, "ann", stage.pseudonyms.of(room, "ann"), "a");
        var danmaku = stage.danmaku(room, "ann", "bad");

        assertEquals(
                new RoomTalk.Answer(held, true),
                Stage.get(stage.talk.say(speech, danmaku, false, false, Optional.of(held), "bad")));
        Stage.get(stage.talk.hold(speech, held, "bad", stage.instant()));
        assertEquals(
                new RoomTalk.Answer(held, false),
                Stage.get(stage.talk.say(speech, danmaku, false, false, Optional.empty(), "bad")));
        assertRefused(Rule.REPEATED, Optional.of(RoomTalk.REPEAT), stage.say(room, "ann", "b", "bad"));
        assertEquals(0, stage.entries(room));
    }

    @Test
    void aFloodLeavesNoMoreThanItsRate() {
        var room = stage.aRoom();
        for (int n = 0; n < 1000; n++) {
            stage.say(room, "ann", "f" + n, "flood " + n);
            stage.pass(Duration.ofMillis(1));
        }
        assertTrue(stage.entries(room) <= RoomTalk.BURST + 2, "at most burst and two a second");
    }

    @Test
    void likesAreCountedAtOnceAndBounded() {
        var room = stage.aRoom();
        var viewer = stage.pseudonyms.of(room, "ann");
        for (int n = 1; n <= RoomTalk.BURST; n++) {
            assertEquals(Outcome.done(50L * n), Stage.get(stage.talk.like(room, "ann", viewer, 50, stage.instant())));
        }
        assertRefused(
                Rule.RATE,
                Optional.of(RoomTalk.REFILL),
                Stage.get(stage.talk.like(room, "ann", viewer, 50, stage.instant())));
        stage.ban(room, "bob");
        assertRefused(
                Rule.BANNED, Optional.empty(), Stage.get(stage.talk.like(room, "bob", viewer, 1, stage.instant())));
    }

    @Test
    void aRoomIsWokenOnceUntilItsRunnerSleeps() {
        var room = stage.aRoom();
        stage.say(room, "ann", "a", "one");
        stage.say(room, "bob", "a", "two");
        assertEquals(1, stage.wakes.size());
        assertEquals(room.toString(), stage.wakes.getFirst().subject());

        stage.leaseRunsOut(room);
        stage.say(room, "cay", "a", "three");
        assertEquals(2, stage.wakes.size());
    }

    private Outcome<Long> sayAsModerator(RoomId room, String subject, String id, String text) {
        return say(room, subject, id, text, true, false);
    }

    private Outcome<Long> say(
            RoomId room, String subject, String id, String text, boolean keepsOrder, boolean follows) {
        return Stage.get(stage.talk.say(
                        new RoomTalk.Speech(room, subject, stage.pseudonyms.of(room, subject), id),
                        stage.danmaku(room, subject, text),
                        keepsOrder,
                        follows,
                        Optional.empty(),
                        text))
                .outcome();
    }

    private static void assertDone(Outcome<Long> outcome) {
        assertTrue(outcome instanceof Outcome.Done<Long>, outcome.toString());
    }

    private static void assertRefused(Rule rule, Optional<Duration> retryAfter, Outcome<Long> outcome) {
        assertEquals(new Outcome.Refused<Long>(rule, rule.words(), retryAfter), outcome);
    }
}
