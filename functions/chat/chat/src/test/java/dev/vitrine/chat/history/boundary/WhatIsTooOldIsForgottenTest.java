package dev.vitrine.chat.history.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = RecordStores.class, restrictToAnnotatedClass = true)
class WhatIsTooOldIsForgottenTest {
    /// A day more than the 180 of `vitrine.chat.keep-days`.
    private static final Instant LONG_AGO = Instant.now().minus(181, ChronoUnit.DAYS);

    @Inject
    Records records;

    @Test
    void messagesPeopleAndReviewsAreForgottenTogether() {
        var room = records.room();
        records.keep(
                room,
                records.said(room, 1, "ann", "old", LONG_AGO),
                records.said(room, 2, "bob", "new", Instant.now()));
        records.sql(
                "insert into reviews (id, room_id, at, subject, viewer, name, role, text, colour, position, action,"
                        + " list, word, client_id) values (gen_random_uuid(), ?, now() - interval '181 days', 'ann',"
                        + " ?, 'Ann', 'VIEWER', 'old', 'WHITE', 'SCROLL', 'HOLD', 'ROOM', 'old', 'c1')",
                room.value(),
                records.viewer(room, "ann").value());

        records.heal();

        assertEquals(2, records.sql("select sum(seq) from messages where room_id = ?", room.value()));
        assertEquals(0, records.sql("select count(*) from reviews where room_id = ?", room.value()));
        assertEquals(1, records.sql("select count(*) from people where room_id = ?", room.value()));
    }

    @Test
    void whoIsBannedIsKnownAsLongAsTheBanLasts() {
        var room = records.room();
        records.keep(room, records.said(room, 1, "ann", "old", LONG_AGO));
        records.ban(room, "ann");

        records.heal();

        assertEquals(1, records.sql("select count(*) from people where room_id = ?", room.value()));
    }

    /// Otherwise nobody could erase any more what the replay still shows.
    @Test
    void theReplayForgetsWithTheHistory() {
        var room = records.room();
        records.keep(room, records.said(room, 1, "ann", "old", LONG_AGO));
        records.rendered(room, new Clip(LONG_AGO.minusSeconds(5), Duration.ofSeconds(60)));
        assertEquals("[0]", index(room));

        records.heal();
        records.heal();

        assertEquals("[]", index(room));
    }

    private static String index(RoomId room) {
        return RecordStores.objects
                .replay(room, "index")
                .orElseThrow()
                .json()
                .path("minutes")
                .toString();
    }
}
