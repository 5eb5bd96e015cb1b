package dev.vitrine.chat.history.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vitrine.chat.boundary.RecordStores;
import dev.vitrine.chat.boundary.Records;
import dev.vitrine.chat.entity.Said;
import dev.vitrine.model.RoomId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(value = RecordStores.class, restrictToAnnotatedClass = true)
class APoisonRowHoldsUpNoOtherTest {
    private static final int ROWS = 40;
    private static final String POISON = "ann\0";

    @Inject
    Records records;

    @ParameterizedTest
    @ValueSource(longs = {1, 17, ROWS})
    void allOthersAreKeptAndTheOneIsSetAside(long poison) {
        var room = records.room();

        records.keep(room, talk(room, poison));

        assertEquals(ROWS - 1, records.sql("select count(*) from messages where room_id = ?", room.value()));
        assertEquals(poison, records.sql("select seq from set_aside where room_id = ?", room.value()));
    }

    @Test
    void keptAgainItIsAsOnce() {
        var room = records.room();
        records.keep(room, talk(room, 3));

        records.keep(room, talk(room, 3));

        assertEquals(ROWS - 1, records.sql("select count(*) from messages where room_id = ?", room.value()));
        assertEquals(1, records.sql("select count(*) from set_aside where room_id = ?", room.value()));
    }

    @Test
    void whatIsSetAsideIsForgottenAsAllElse() {
        var room = records.room();
        records.keep(room, said(room, 1, POISON, Instant.now().minusSeconds(181L * 24 * 3_600)));

        records.heal();

        assertEquals(0, records.sql("select count(*) from set_aside where room_id = ?", room.value()));
    }

    private Said[] talk(RoomId room, long poison) {
        return LongStream.rangeClosed(1, ROWS)
                .mapToObj(seq -> said(room, seq, seq == poison ? POISON : "bob", Instant.now()))
                .toArray(Said[]::new);
    }

    private Said said(RoomId room, long seq, String subject, Instant at) {
        var whole = records.said(room, seq, "bob", "number " + seq, at);
        return new Said(seq, subject, whole.danmaku(), true);
    }
}
