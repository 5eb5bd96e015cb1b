package dev.vitrine.chat.store;

import dev.vitrine.chat.entity.Person;
import dev.vitrine.chat.entity.Socket;
import dev.vitrine.model.RoomId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The open connections, and who sits behind each.
@ApplicationScoped
public class Sockets {
    /// The gateway closes a socket after two hours; some minutes for its goodbye.
    static final Duration LIFETIME = Duration.ofMinutes(130);

    /// KEYS: socket. ARGV: lifetime in s, then names and values.
    private static final String OPEN = """
            redis.call('DEL', KEYS[1])
            for i = 2, #ARGV, 2 do redis.call('HSET', KEYS[1], ARGV[i], ARGV[i + 1]) end
            redis.call('EXPIRE', KEYS[1], ARGV[1])
            """;

    private final Hot hot;

    Sockets(Hot hot) {
        this.hot = hot;
    }

    public Uni<Void> open(Socket socket) {
        var fields = new ArrayList<String>();
        fields.add(Long.toString(LIFETIME.toSeconds()));
        fields.addAll(List.of("until", Long.toString(socket.until().toEpochMilli())));
        socket.person()
                .ifPresent(person -> fields.addAll(List.of(
                        "subject", person.subject(),
                        "name", person.name(),
                        "roles", person.operator() ? "operator" : "")));
        return hot.run(OPEN, List.of(Keys.socket(socket.connection())), fields).replaceWithVoid();
    }

    /// Empty when Redis does not know the connection: it is closed, or Redis was lost.
    public Uni<Optional<Socket>> find(String connection) {
        return Hot.inTime(hot.redis()
                        .hmget(List.of(Keys.socket(connection), "until", "subject", "name", "roles", "room")))
                .map(fields -> read(connection, fields));
    }

    public Uni<Void> enter(String connection, RoomId room) {
        return Hot.inTime(hot.redis().hset(List.of(Keys.socket(connection), "room", room.toString())))
                .replaceWithVoid();
    }

    public Uni<Void> close(String connection) {
        return Hot.inTime(hot.redis().del(List.of(Keys.socket(connection)))).replaceWithVoid();
    }

    private static Optional<Socket> read(String connection, Response fields) {
        var until = text(fields, 0);
        if (until.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Socket(
                connection,
                text(fields, 1)
                        .map(subject -> new Person(
                                subject,
                                text(fields, 2).orElse(subject),
                                text(fields, 3).orElse("").equals("operator"))),
                text(fields, 4).map(RoomId::parse),
                Instant.ofEpochMilli(Long.parseLong(until.get()))));
    }

    private static Optional<String> text(Response fields, int at) {
        return Optional.ofNullable(fields.get(at)).map(Response::toString);
    }
}
