package dev.vitrine.live.channel;

import dev.vitrine.live.durable.Documents;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Every channel's record, in memory and on disk. Safe for use by many threads; a change is on disk when it returns.
final class Registry {
    private final Documents<ChannelRecord> documents;
    private final Map<String, ChannelRecord> records = new HashMap<>();

    Registry(Path folder) {
        documents = new Documents<>(folder, ChannelRecord.class);
        documents.all().forEach(each -> records.put(each.channel(), each));
    }

    synchronized Optional<ChannelRecord> find(String channel) {
        return Optional.ofNullable(records.get(channel));
    }

    synchronized List<ChannelRecord> all() {
        return List.copyOf(records.values());
    }

    synchronized void prepare(String channel) {
        if (!records.containsKey(channel)) {
            store(ChannelRecord.prepared(channel));
        }
    }

    /// @throws IllegalStateException when there is no such channel
    synchronized ChannelRecord change(String channel, UnaryOperator<ChannelRecord> change) {
        ChannelRecord before =
                find(channel).orElseThrow(() -> new IllegalStateException("no channel " + channel));
        ChannelRecord after = change.apply(before);
        if (!after.equals(before)) {
            store(after);
        }
        return after;
    }

    private void store(ChannelRecord record) {
        documents.save(record.channel(), record);
        records.put(record.channel(), record);
    }
}
