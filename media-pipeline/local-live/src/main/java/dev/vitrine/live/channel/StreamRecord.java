package dev.vitrine.live.channel;

import java.time.Instant;

/// One stream of a channel, as a restart must know it.
///
/// @param startedAt ISO 8601, when its publisher came
/// @param mediaStart ISO 8601, the wall-clock time of media time zero; null until players could start
/// @param told whether `stream.started` is or was to be told
/// @param stopped whether `stream.stopped` is or was to be told
/// @param archived whether all of it is stored and summarised
record StreamRecord(
        String stream, String startedAt, String mediaStart, boolean told, boolean stopped, boolean archived) {
    static StreamRecord begun(String stream, String startedAt) {
        return new StreamRecord(stream, startedAt, null, false, false, false);
    }

    StreamRecord asTold(Instant zero) {
        return new StreamRecord(stream, startedAt, zero.toString(), true, stopped, archived);
    }

    /// When media time zero was: what nobody could play began with its publisher.
    Instant zero() {
        return Instant.parse(mediaStart == null ? startedAt : mediaStart);
    }

    StreamRecord asStopped() {
        return new StreamRecord(stream, startedAt, mediaStart, told, true, archived);
    }

    StreamRecord asArchived() {
        return new StreamRecord(stream, startedAt, mediaStart, told, stopped, true);
    }
}
