package dev.vitrine.live.channel;

/// One stream of a channel, as a restart must know it.
///
/// @param startedAt ISO 8601, when its publisher came
/// @param told whether `stream.started` is or was to be told
/// @param stopped whether `stream.stopped` is or was to be told
/// @param archived whether all of it is stored and summarised
record StreamRecord(String stream, String startedAt, boolean told, boolean stopped, boolean archived) {
    static StreamRecord begun(String stream, String startedAt) {
        return new StreamRecord(stream, startedAt, false, false, false);
    }

    StreamRecord asTold() {
        return new StreamRecord(stream, startedAt, true, stopped, archived);
    }

    StreamRecord asStopped() {
        return new StreamRecord(stream, startedAt, told, true, archived);
    }

    StreamRecord asArchived() {
        return new StreamRecord(stream, startedAt, told, stopped, true);
    }
}
