package dev.vitrine.chat.run.control;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vitrine.chat.SocketContract;
import dev.vitrine.platform.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// Readers that do as the contract says: they drop what is not new, and see a gap when there is one. And the
/// gateway in front of them, which can lose sockets, refuse, or fail.
final class Crowd implements Push {
    final Map<String, Reader> readers = new ConcurrentHashMap<>();
    final Set<String> gone = ConcurrentHashMap.newKeySet();
    final Set<String> failing = ConcurrentHashMap.newKeySet();
    final Set<String> busy = ConcurrentHashMap.newKeySet();
    final Set<String> closed = ConcurrentHashMap.newKeySet();

    static final class Reader {
        final NavigableMap<Long, JsonNode> seen = new TreeMap<>();
        /// What came to this reader alone, as often as it came.
        final List<JsonNode> apart = new CopyOnWriteArrayList<>();
        final List<String> gaps = new ArrayList<>();
        int batches;
        int repeats;
        long cursor;

        /// A reader that saw a gap asks again, as the contract says.
        synchronized boolean take(JsonNode batch) {
            batches++;
            long after = batch.path("after").longValue();
            long until = batch.path("until").longValue();
            if (until <= cursor) {
                repeats++;
                return true;
            }
            if (after > cursor) {
                gaps.add("(" + after + ", " + until + "] at " + cursor);
                return false;
            }
            for (var item : batch.path("items")) {
                long seq = item.path("seq").longValue();
                if (seq > cursor) {
                    seen.put(seq, item);
                }
            }
            cursor = until;
            return true;
        }

        synchronized long cursor() {
            return cursor;
        }

        synchronized List<Long> seqs() {
            return List.copyOf(seen.keySet());
        }

        synchronized List<String> kinds() {
            return seen.values().stream()
                    .map(item -> item.path("kind").textValue())
                    .toList();
        }
    }

    Reader reader(String connection) {
        return readers.computeIfAbsent(connection, _ -> new Reader());
    }

    @Override
    public Posted post(String connection, byte[] frame) {
        if (gone.contains(connection)) {
            return Posted.GONE;
        }
        if (busy.contains(connection)) {
            return Posted.BUSY;
        }
        if (failing.contains(connection)) {
            throw new IllegalStateException("the gateway does not answer");
        }
        var message = Json.read(new String(frame, StandardCharsets.UTF_8));
        if (message.path("type").textValue().equals("private")) {
            SocketContract.holds("Private", message);
            message.path("items").forEach(reader(connection).apart::add);
        } else {
            SocketContract.holds("Batch", message);
            reader(connection).take(message);
        }
        return Posted.DELIVERED;
    }

    @Override
    public void close(String connection) {
        closed.add(connection);
    }
}
