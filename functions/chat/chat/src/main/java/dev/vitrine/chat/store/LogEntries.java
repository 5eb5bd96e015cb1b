package dev.vitrine.chat.store;

import dev.vitrine.chat.entity.Logged;
import dev.vitrine.chat.entity.Numbered;
import io.vertx.mutiny.redis.client.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads entries of the log as `XRANGE` answers them: id, then names and values in turn.
public final class LogEntries {
    private LogEntries() {}

    public static List<Logged> read(Response entries) {
        var read = new ArrayList<Logged>(entries.size());
        for (int at = 0; at < entries.size(); at++) {
            read.add(entry(entries.get(at)));
        }
        return List.copyOf(read);
    }

    private static Logged entry(Response entry) {
        var id = entry.get(0).toString();
        long seq = Long.parseLong(id.substring(0, id.indexOf('-')));
        var fields = entry.get(1);
        var subject = Optional.<String>empty();
        var item = "";
        for (int at = 0; at < fields.size(); at += 2) {
            var value = fields.get(at + 1).toString();
            switch (fields.get(at).toString()) {
                case "i" -> item = value;
                case "s" -> subject = Optional.of(value);
                default -> {
                    // a newer writer's field
                }
            }
        }
        return new Logged(new Numbered(seq, ItemJson.read(item)), subject);
    }
}
