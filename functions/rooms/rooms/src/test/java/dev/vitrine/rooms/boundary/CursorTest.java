package dev.vitrine.rooms.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.vitrine.model.InvalidValue;
import dev.vitrine.rooms.entity.ListPosition;
import dev.vitrine.rooms.entity.Place;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.ShortRange;

class CursorTest {
    @Property
    void aCursorComesBackAsThePlaceItWas(
            @ForAll @ShortRange(max = ListPosition.LAST_GROUP) short group,
            @ForAll long rank,
            @ForAll long high,
            @ForAll long low) {
        var place = new Place(group, rank, new UUID(high, low));

        assertEquals(place, Cursor.read(Cursor.write(place)));
    }

    @Property
    void aDamagedCursorIsRefused(@ForAll long rank, @ForAll @IntRange(max = 41) int at) {
        var good = Cursor.write(new Place((short) 1, rank, new UUID(rank, rank)));
        var damaged = new StringBuilder(good);
        damaged.setCharAt(at, good.charAt(at) == 'A' ? 'B' : 'A');

        assertThrows(InvalidValue.class, () -> Cursor.read(damaged.toString()));
    }

    @Property
    void anyOtherTextIsRefused(@ForAll String text) {
        assertThrows(InvalidValue.class, () -> Cursor.read(text));
    }
}
