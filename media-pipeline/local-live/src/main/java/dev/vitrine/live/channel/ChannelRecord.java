package dev.vitrine.live.channel;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/// A channel as it is kept on disk: its streams in the order they began.
///
/// @param recorded whether the recording of the ended channel is finished
record ChannelRecord(String channel, boolean ended, boolean recorded, List<StreamRecord> streams) {
    /// Reconnects in a show; past it the publisher is turned away.
    static final int MAX_STREAMS = 1_000;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    ChannelRecord {
        if (!isName(channel)) {
            throw new IllegalArgumentException("a channel's name is 1 to 64 letters, digits, - or _");
        }
        streams = List.copyOf(streams);
    }

    static boolean isName(String channel) {
        return NAME.matcher(channel).matches();
    }

    static ChannelRecord prepared(String channel) {
        return new ChannelRecord(channel, false, false, List.of());
    }

    ChannelRecord asEnded() {
        return new ChannelRecord(channel, true, recorded, streams);
    }

    ChannelRecord asRecorded() {
        return new ChannelRecord(channel, ended, true, streams);
    }

    /// Whether something of its recording is still to be written.
    boolean open() {
        return !allArchived() || ended && !recorded;
    }

    ChannelRecord with(StreamRecord begun) {
        List<StreamRecord> all = new ArrayList<>(streams);
        all.add(begun);
        return new ChannelRecord(channel, ended, recorded, all);
    }

    ChannelRecord change(String stream, UnaryOperator<StreamRecord> change) {
        return new ChannelRecord(
                channel,
                ended,
                recorded,
                streams.stream()
                        .map(each -> each.stream().equals(stream) ? change.apply(each) : each)
                        .toList());
    }

    boolean allArchived() {
        return streams.stream().allMatch(StreamRecord::archived);
    }

    List<String> streamIds() {
        return streams.stream().map(StreamRecord::stream).toList();
    }
}
