package dev.vitrine.local.payments;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Every session, in memory and on disk: whatever a method returned is on disk.
final class SessionBook {
    private final SessionFiles files;
    private final int maxSessions;
    private final Map<String, Session> byId = new LinkedHashMap<>();
    private final Map<String, String> idByKey = new HashMap<>();

    SessionBook(SessionFiles files, int maxSessions) {
        this.files = files;
        this.maxSessions = maxSessions;
        files.read().forEach(this::keep);
    }

    /// The session of the key, or `fresh` if there is none.
    synchronized Opening open(Session fresh) {
        var known = Optional.ofNullable(idByKey.get(fresh.request().idempotencyKey()))
                .map(byId::get);
        if (known.isPresent()) {
            return known.get().request().equals(fresh.request())
                    ? new Opening.Opened(known.get())
                    : new Opening.KeyReused();
        }
        if (byId.size() >= maxSessions && !forgetOldest()) {
            return new Opening.Full();
        }
        files.write(fresh);
        keep(fresh);
        return new Opening.Opened(fresh);
    }

    synchronized Optional<Session> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /// Replaces a session by what `change` makes of it; empty if there is none.
    synchronized Optional<Session> change(String id, UnaryOperator<Session> change) {
        var before = byId.get(id);
        if (before == null) {
            return Optional.empty();
        }
        var after = change.apply(before);
        if (!after.equals(before)) {
            files.write(after);
            byId.put(id, after);
        }
        return Optional.of(after);
    }

    synchronized List<Session> all() {
        return List.copyOf(byId.values());
    }

    private void keep(Session session) {
        byId.put(session.id(), session);
        idByKey.put(session.request().idempotencyKey(), session.id());
    }

    private boolean forgetOldest() {
        var oldest = byId.values().stream().filter(Session::over).findFirst();
        oldest.ifPresent(session -> {
            files.delete(session);
            byId.remove(session.id());
            idByKey.remove(session.request().idempotencyKey());
        });
        return oldest.isPresent();
    }
}
