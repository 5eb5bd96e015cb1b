package dev.vitrine.chat.run.control;

import dev.vitrine.chat.entity.Logged;
import dev.vitrine.chat.run.store.RoomRuns;
import dev.vitrine.model.RoomId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/// Brings items that not everybody hears to who does, over the socket on either lane. Batches and segments leave them
/// out, so that nobody else sees more than a number that is not there.
///
/// Until every socket has an item, or is gone, Redis keeps it: a runner that dies is followed by one that
/// brings it again. A socket that fails five times in a row is left: who comes back is shown what is above
/// their cursor. Called by one
/// thread at a time.
final class PrivatePosts {
    private static final Logger LOG = Logger.getLogger(PrivatePosts.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final RoomId room;
    private final String token;
    private final RoomRuns runs;
    private final Push push;
    private final Consumer<String> forget;
    private final Map<Long, Attempts> attempts = new HashMap<>();

    private static final class Attempts {
        private final Set<String> done = new HashSet<>();
        private int failed;
    }

    /// @param forget told of sockets that are gone
    PrivatePosts(RoomId room, String token, RoomRuns runs, Push push, Consumer<String> forget) {
        this.room = room;
        this.token = token;
        this.runs = runs;
        this.push = push;
        this.forget = forget;
    }

    void bring(List<Logged> entries, Instant now) {
        for (var entry : entries) {
            var tried = attempts.computeIfAbsent(entry.seq(), _ -> new Attempts());
            if (bring(entry, tried, now) || ++tried.failed >= Audience.FAILURES) {
                runs.delivered(room, token, entry.seq()).await().atMost(PATIENCE);
                attempts.remove(entry.seq());
            }
        }
    }

    /// @return whether every socket has it
    private boolean bring(Logged entry, Attempts tried, Instant now) {
        var hearers =
                runs.hearers(room, entry.numbered().item().to(), now).await().atMost(PATIENCE);
        var frame = Frames.apart(room, entry.numbered());
        for (var connection : hearers) {
            if (!tried.done.contains(connection) && posted(connection, frame)) {
                tried.done.add(connection);
            }
        }
        return tried.done.containsAll(hearers);
    }

    private boolean posted(String connection, byte[] frame) {
        try {
            return switch (push.post(connection, frame)) {
                case DELIVERED -> true;
                case GONE -> {
                    forget.accept(connection);
                    yield true;
                }
                case BUSY -> false;
            };
        } catch (RuntimeException failure) {
            LOG.debugf(failure, "a private post into room %s failed", room);
            return false;
        }
    }
}
