package dev.vitrine.chat.bench.fanout;

import io.vertx.core.Future;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/// One edge of a CDN: keeps what the origin allows for as long as it allows, a 404 as well, and asks once for
/// all who want the same thing while it is on its way. Used on the loop.
final class EdgeCache {
    private static final int KEPT = 64;

    private final Origin origin;
    private final LongSupplier nowMillis;
    private final Map<String, Held> entries = new LinkedHashMap<>(KEPT * 2, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Held> eldest) {
            return size() > KEPT;
        }
    };
    private long requests;
    private long fetches;

    /// Where an edge gets what it does not have.
    interface Origin {
        Future<Stored> fetch(String path);
    }

    private static final class Held {
        private final Future<Stored> answer;
        private long freshUntilMillis = Long.MAX_VALUE; // on its way

        Held(Future<Stored> answer) {
            this.answer = answer;
        }
    }

    EdgeCache(Origin origin, LongSupplier nowMillis) {
        this.origin = origin;
        this.nowMillis = nowMillis;
    }

    /// @param readers who ask for it at this moment
    Future<Stored> ask(String path, long readers) {
        requests += readers;
        var entry = entries.get(path);
        if (entry != null && nowMillis.getAsLong() < entry.freshUntilMillis) {
            return entry.answer;
        }
        fetches++;
        var fresh = new Held(origin.fetch(path));
        entries.put(path, fresh);
        fresh.answer
                .onSuccess(stored -> fresh.freshUntilMillis = nowMillis.getAsLong() + stored.maxAgeMillis())
                .onFailure(_ -> entries.remove(path, fresh));
        return fresh.answer;
    }

    long requests() {
        return requests;
    }

    /// Requests that reached the origin.
    long fetches() {
        return fetches;
    }
}
