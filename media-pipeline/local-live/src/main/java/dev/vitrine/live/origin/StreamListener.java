package dev.vitrine.live.origin;

import java.time.Instant;

/// Hears what arrives for a stream, in the order of arrival per track, on the thread that received it.
public interface StreamListener {
    /// Every track has its header and a whole segment: players can start now.
    ///
    /// @param mediaStart the wall-clock time of media time zero
    void playable(Instant mediaStart);

    void initStored(String track, InitSegment init);

    /// `segment` is complete; `bytes` must not be changed.
    void segmentStored(String track, int number, byte[] bytes);
}
