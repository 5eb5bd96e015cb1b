package dev.vitrine.chat.events.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.vitrine.chat.boundary.RecordStores;
import dev.vitrine.chat.boundary.Records;
import dev.vitrine.model.Ids;
import dev.vitrine.model.InvalidValue;
import dev.vitrine.model.RoomId;
import dev.vitrine.rooms.event.RoomInterrupted;
import dev.vitrine.rooms.event.RoomWentLive;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = RecordStores.class, restrictToAnnotatedClass = true)
class EventsAreTakenOnceInAnyOrderTest {
    /// As `functions/catalog.yaml` says of the queue.
    private static final int BATCH = 10;

    @Inject
    Records records;

    private List<String> shows(RoomId room) {
        return records.items(room).stream()
                .filter(item -> item.path("kind").textValue().equals("system"))
                .map(item -> item.path("event").textValue())
                .toList();
    }

    @Test
    void anEventThatComesTwiceIsShownOnce() {
        var room = new RoomId(Ids.system().next());
        var live = records.event(RoomWentLive.TYPE, room, Instant.now());

        records.tell(live);
        records.tell(live);

        assertEquals(List.of("LIVE"), shows(room));
    }

    @Test
    void anEventThatWasOvertakenIsNotShown() {
        var room = new RoomId(Ids.system().next());
        var now = Instant.now();

        records.tell(records.event(RoomWentLive.TYPE, room, now));
        records.tell(records.event(RoomInterrupted.TYPE, room, now.minusSeconds(5)));

        assertEquals(List.of("LIVE"), shows(room));
    }

    @Test
    void anEventThatNamesAnotherStreamerMakesNobodyTheRoomsMaster() {
        var room = records.room();
        var forged = records.event(RoomInterrupted.TYPE, room, Instant.now(), "thief");

        var refused = assertThrows(InvalidValue.class, () -> records.tell(forged));

        assertEquals("streamerId", refused.field());
        assertEquals(List.of("LIVE"), shows(room));
        assertEquals(
                1,
                records.sql(
                        "select count(*) from rooms where id = ? and streamer_id = 'sue' and state = 'LIVE'",
                        room.value()));
    }

    /// Dies when the room has heard of it, and before anything says so.
    @Test
    void whatACrashLeftIsShownOnce() {
        var room = records.room();
        records.sql("create function crash() returns trigger language plpgsql as $$ begin raise 'crash'; end $$");
        records.sql("create trigger crash before delete on unsent for each statement execute function crash()");
        try {
            records.tell(records.event(RoomInterrupted.TYPE, room, Instant.now()));
        } finally {
            records.sql("drop trigger crash on unsent");
            records.sql("drop function crash");
        }
        assertEquals(List.of("LIVE", "INTERRUPTED"), shows(room));
        assertEquals(1, records.sql("select count(*) from unsent where room_id = ?", room.value()));

        records.heal();

        assertEquals(List.of("LIVE", "INTERRUPTED"), shows(room));
        assertEquals(0, records.sql("select count(*) from unsent where room_id = ?", room.value()));
        records.tell(records.event(RoomWentLive.TYPE, room, Instant.now()));
        assertEquals(List.of("LIVE", "INTERRUPTED", "LIVE"), shows(room));
    }

    /// A batch's records run side by side, and there are fewer connections than records.
    @Test
    void everyEventOfABatchIsToldByTheTimeItIsTaken() {
        var rooms = IntStream.range(0, BATCH)
                .mapToObj(_ -> new RoomId(Ids.system().next()))
                .toList();
        var batch = rooms.stream()
                .map(room -> records.take(records.event(RoomWentLive.TYPE, room, Instant.now())))
                .toList();

        Uni.join().all(batch).andCollectFailures().await().atMost(Records.PATIENCE);

        rooms.forEach(room -> assertEquals(List.of("LIVE"), shows(room)));
    }
}
