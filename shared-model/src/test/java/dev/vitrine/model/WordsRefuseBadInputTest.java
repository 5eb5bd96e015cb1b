package dev.vitrine.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class WordsRefuseBadInputTest {
    private static final long LAST_48_BIT_MILLI = (1L << 48) - 1;

    @Property
    void idsAreOrderedByTime(@ForAll @LongRange(min = 0, max = LAST_48_BIT_MILLI - 1) long millis) {
        var earlier = at(millis).next();
        var later = at(millis + 1).next();

        assertEquals(7, earlier.version());
        assertEquals(2, earlier.variant());
        assertTrue(earlier.toString().compareTo(later.toString()) < 0);
    }

    @Property
    void roomIdsReadBackWhatTheyWrite(@ForAll @LongRange(min = 0, max = LAST_48_BIT_MILLI) long millis) {
        var id = new RoomId(at(millis).next());

        assertEquals(id, RoomId.parse(id.toString()));
        assertEquals(id, RoomId.parse(id.toString().toUpperCase(Locale.ROOT)));
    }

    @Property
    void otherTextIsNoRoomId(@ForAll String text) {
        assertEquals(
                "id", assertThrows(InvalidValue.class, () -> RoomId.parse(text)).field());
    }

    @Example
    void shortFormsOfUuidsAreRefused() {
        assertThrows(InvalidValue.class, () -> RoomId.parse("1-1-1-1-1"));
    }

    @Property
    void otherTextIsNoEventType(@ForAll String text) {
        assertEquals(
                "type",
                assertThrows(InvalidValue.class, () -> new EventType(text)).field());
    }

    private static Ids at(long millis) {
        return new Ids(InstantSource.fixed(Instant.ofEpochMilli(millis)), new SecureRandom());
    }
}
