package dev.vitrine.chat.replay.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.chat.boundary.RecordStores;
import dev.vitrine.chat.boundary.Records;
import dev.vitrine.chat.boundary.Records.Clip;
import dev.vitrine.model.RoomId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = RecordStores.class, restrictToAnnotatedClass = true)
class ReplaysFollowWhatWasSaidTest {
    private static final Instant NOON =
            Instant.now().truncatedTo(ChronoUnit.MINUTES).minusSeconds(3600);

    @Inject
    Records records;

    @AfterEach
    void theStoreSpeaks() {
        RecordStores.objects.silence(false);
    }

    /// Two clips of 90 s, ten minutes apart on air.
    private RoomId replayed() {
        return replayed("ann");
    }

    private RoomId replayed(String ann) {
        var room = records.room();
        records.keep(
                room,
                records.said(room, 1, ann, "first", NOON.plusSeconds(5)),
                records.said(room, 2, "bob", "second", NOON.plusSeconds(70)),
                records.said(room, 3, ann, "while nobody was on air", NOON.plusSeconds(300)),
                records.said(room, 4, "bob", "third", NOON.plusSeconds(610)),
                records.said(room, 5, ann, "fourth", NOON.plusSeconds(640)));
        records.rendered(
                room, new Clip(NOON, Duration.ofSeconds(90)), new Clip(NOON.plusSeconds(600), Duration.ofSeconds(90)));
        return room;
    }

    private static List<Integer> minutes(RoomId room) {
        var minutes = new ArrayList<Integer>();
        var index = RecordStores.objects.replay(room, "index").orElseThrow();
        index.json().path("minutes").forEach(minute -> minutes.add(minute.intValue()));
        return minutes;
    }

    private static List<String> shown(RoomId room, int minute) {
        var shown = new ArrayList<String>();
        var object = RecordStores.objects.replay(room, Integer.toString(minute)).orElseThrow();
        object.json()
                .path("items")
                .forEach(item -> shown.add(
                        item.path("mediaMillis") + " " + item.path("text").textValue()));
        return shown;
    }

    @Test
    void whatWasSaidIsShownWhereTheRecordingIsThen() {
        var room = replayed();

        assertEquals(List.of(0, 1, 2), minutes(room));
        assertEquals(List.of("5000 first"), shown(room, 0));
        assertEquals(List.of("70000 second", "100000 third"), shown(room, 1));
        assertEquals(List.of("130000 fourth"), shown(room, 2));
        var head = RecordStores.objects.replay(room, "0").orElseThrow().head();
        assertEquals("public, max-age=60", head.cacheControl());
        assertTrue(head.contentEncoding().contains("gzip"), head.contentEncoding());
    }

    @Test
    void aMinuteThatBecameEmptyIsGone() {
        var room = replayed();

        assertEquals(204, records.delete(room, 1).status());

        assertEquals(List.of(1, 2), minutes(room));
        assertTrue(RecordStores.objects.replay(room, "0").isEmpty());
    }

    @Test
    void aReplayThatTheStoreDidNotTakeIsWrittenByTheHealing() {
        var room = replayed();
        RecordStores.objects.silence(true);

        assertEquals(204, records.delete(room, 2).status());
        RecordStores.objects.silence(false);
        assertEquals(List.of("5000 first"), shown(room, 0));
        healed(room);

        assertEquals(List.of("100000 third"), shown(room, 1));
    }

    /// Whoever did not finish has the replay to themselves until their turn ends; the healing comes again and again.
    private void healed(RoomId room) {
        var deadline = Instant.now().plus(Records.PATIENCE);
        do {
            records.heal();
        } while (records.sql("select count(*) from rooms where replay_stale and id = ?", room.value()) > 0
                && Instant.now().isBefore(deadline));
    }

    /// Whoever is marked while another writes is in the next round, or the healing's.
    @Test
    void deletionsSideBySideAreAllGone() {
        var room = replayed();

        var deletions = LongStream.of(1, 2, 4)
                .mapToObj(seq -> CompletableFuture.supplyAsync(
                        () -> records.delete(room, seq).status()))
                .toList();
        deletions.forEach(deletion -> assertEquals(204, deletion.join()));
        healed(room);

        assertEquals(List.of(2), minutes(room));
    }

    @Test
    void erasedMessagesLeaveTheReplay() {
        var room = replayed("eric");

        assertEquals(202, records.erase("eric").status());
        records.heal();

        assertEquals(List.of(1), minutes(room));
    }
}
