package dev.vitrine.chat.replay.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class MinutesShareOutARecordingTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final long PAUSE_SECONDS = 600;

    private static List<Recorded> recorded(List<Long> lengths) {
        var clips = new ArrayList<Clip>();
        var at = NOON;
        for (long length : lengths) {
            clips.add(new Clip(at, length));
            at = at.plusMillis(length).plusSeconds(PAUSE_SECONDS);
        }
        return Recorded.of(clips);
    }

    @Property
    void withoutGapOrOverlap(@ForAll @Size(max = 5) List<@LongRange(min = 0, max = 200_000) Long> lengths) {
        var recorded = recorded(lengths);
        long reached = 0;

        for (long minute = 0; minute < Recorded.minutes(recorded); minute++) {
            for (var clip : recorded) {
                var part = clip.within(minute);
                if (part.isPresent()) {
                    assertEquals(reached, part.get().begins());
                    assertEquals(minute, part.get().begins() / Recorded.MINUTE_MILLIS);
                    assertEquals(
                            clip.begins() - clip.onAirAt().toEpochMilli(),
                            part.get().begins() - part.get().onAirAt().toEpochMilli());
                    reached += part.get().durationMillis();
                }
            }
        }

        assertEquals(lengths.stream().mapToLong(Long::longValue).sum(), reached);
    }

    @Example
    void nothingRecordedHasNoMinute() {
        assertEquals(0, Recorded.minutes(List.of()));
        assertEquals(Optional.empty(), recorded(List.of(0L)).getFirst().within(0));
    }
}
