package dev.vitrine.media.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.vitrine.media.event.ReplayRendered;
import dev.vitrine.pipeline.ChannelRef;
import dev.vitrine.pipeline.JobEvent;
import dev.vitrine.pipeline.RenderedReplay;
import dev.vitrine.platform.event.CloudEvent;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplayIsToldUnderOneIdTest {
    private final List<CloudEvent> told = new ArrayList<>();
    private final TellReplayRendered tell = new TellReplayRendered(
            event -> {
                told.add(event);
                return Uni.createFrom().voidItem();
            },
            InstantSource.system());
    private final RenderedReplay replay =
            new RenderedReplay("room-1", "vod/a.m3u8", "vod/a.mpd", "vod/a.mp4", 61_000, List.of());

    @Test
    void aJobReportedTwiceIsTheSameFact() {
        tell.tell(new JobEvent.Rendered("job-1", replay)).await().indefinitely();
        tell.tell(new JobEvent.Rendered("job-1", replay)).await().indefinitely();
        assertEquals(told.get(0).id(), told.get(1).id());
        assertEquals(ReplayRendered.TYPE, told.get(0).type());
        assertEquals("room-1", told.get(0).subject());
        assertEquals(61_000, told.get(0).data().path("durationMillis").asLong());
        assertEquals("vod/a.mp4", told.get(0).data().path("mp4Key").asText());
    }

    @Test
    void aFailedJobIsNotToldAsRendered() {
        tell.tell(new JobEvent.Failed("job-1", new ChannelRef("room-1"), "no video"))
                .await()
                .indefinitely();
        assertEquals(List.of(), told);
    }

    @Test
    void aFactThatCouldNotBeToldFails() {
        var deaf = new TellReplayRendered(
                event -> Uni.createFrom().failure(new IllegalStateException("queue away")), InstantSource.system());
        var telling = deaf.tell(new JobEvent.Rendered("job-1", replay));
        assertThrows(IllegalStateException.class, () -> telling.await().indefinitely());
    }
}
