package dev.vitrine.media.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.vitrine.model.InvalidValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OneRecordingHasOneJobTest {

    @Test
    void theSameRecordingIsTheSameJob() {
        var job = Recording.at("recordings/room-1/recording.json").replay();
        assertEquals(job, Recording.at("recordings/room-1/recording.json").replay());
        assertNotEquals(
                job.id(),
                Recording.at("recordings/room-2/recording.json").replay().id());
        assertEquals("vod/room-1/", job.outputPrefix());
        assertEquals("room-1", job.channel().value());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "recordings/recording.json",
                "recordings/a/b/recording.json",
                "recordings/a/stream.json",
                "vod/a/recording.json",
                ""
            })
    void anyOtherObjectIsNoRecording(String key) {
        assertThrows(InvalidValue.class, () -> Recording.at(key));
    }
}
