package dev.vitrine.chat.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.RedisAPI;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Runs scripts in Redis. A script happens as a whole or not at all, and never waits for another.
///
/// Fails when Redis does not answer in time; whether the script ran is unknown then, so that every script has
/// to bear a second run.
@ApplicationScoped
public class Hot {
    /// Above the slowest script by far, below what somebody waits for a reply.
    static final Duration PATIENCE = Duration.ofSeconds(2);

    private final RedisAPI redis;

    Hot(RedisAPI redis) {
        this.redis = redis;
    }

    Uni<Response> run(String script, List<String> keys, List<?> arguments) {
        var command = new ArrayList<String>(2 + keys.size() + arguments.size());
        command.add(script);
        command.add(Integer.toString(keys.size()));
        command.addAll(keys);
        arguments.forEach(argument -> command.add(argument.toString()));
        return inTime(redis.eval(command));
    }

    RedisAPI redis() {
        return redis;
    }

    static <T> Uni<T> inTime(Uni<T> work) {
        return work.ifNoItem()
                .after(PATIENCE)
                .failWith(() -> new IllegalStateException("Redis did not answer within " + PATIENCE));
    }
}
