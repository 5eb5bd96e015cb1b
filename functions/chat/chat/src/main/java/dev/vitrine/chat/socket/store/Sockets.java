package dev.vitrine.chat.socket.store;

import dev.vitrine.chat.entity.Person;
import dev.vitrine.chat.script.ChatScripts;
import dev.vitrine.chat.socket.entity.Socket;
import dev.vitrine.chat.store.Keys;
import dev.vitrine.model.RoomId;
import dev.vitrine.platform.redis.RedisStore;
import dev.vitrine.platform.redis.Script;
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

    private static final Script OPEN = ChatScripts.of("open-socket");

    private final RedisStore redis;

    public Sockets(RedisStore redis) {
        this.redis = redis;
    }

    public Uni<Void> open(Socket socket) {
        var fields = new ArrayList<String>();
        fields.addAll(List.of("until", Long.toString(socket.until().toEpochMilli())));
        socket.person()
                .ifPresent(person -> fields.addAll(List.of(
                        "subject", person.subject(),
                        "name", person.name(),
                        "roles", person.operator() ? "operator" : "")));
        return redis.run(OPEN.with()
                        .key("socket", Keys.socket(socket.connection()))
                        .argument("lives", LIFETIME.toSeconds())
                        .rest(fields))
                .replaceWithVoid();
    }

    /// Empty when Redis does not know the connection: it is closed, or Redis was lost.
    public Uni<Optional<Socket>> find(String connection) {
        return redis.ask(
                        api -> api.hmget(List.of(Keys.socket(connection), "until", "subject", "name", "roles", "room")))
                .map(fields -> read(connection, fields));
    }

    public Uni<Void> enter(String connection, RoomId room) {
        return redis.ask(api -> api.hset(List.of(Keys.socket(connection), "room", room.toString())))
                .replaceWithVoid();
    }

    public Uni<Void> close(String connection) {
        return redis.ask(api -> api.del(List.of(Keys.socket(connection)))).replaceWithVoid();
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
