package dev.vitrine.live.channel;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/// A channel as it is kept on disk: its streams in the order they began.
record ChannelRecord(String channel, boolean ended, List<StreamRecord> streams) {
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
        return new ChannelRecord(channel, false, List.of());
    }

    ChannelRecord asEnded() {
        return new ChannelRecord(channel, true, streams);
    }

    ChannelRecord with(StreamRecord begun) {
        List<StreamRecord> all = new ArrayList<>(streams);
        all.add(begun);
        return new ChannelRecord(channel, ended, all);
    }

    ChannelRecord change(String stream, UnaryOperator<StreamRecord> change) {
        return new ChannelRecord(
                channel,
                ended,
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
