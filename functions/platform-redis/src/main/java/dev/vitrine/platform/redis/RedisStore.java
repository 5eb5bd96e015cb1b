package dev.vitrine.platform.redis;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.RedisAPI;
import io.vertx.mutiny.redis.client.Response;
import io.vertx.redis.client.impl.types.ErrorType;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Function;

/// Asks Redis, and runs scripts there. Safe for concurrent use.
///
/// Fails when Redis does not answer in time; whether it did what it was asked is unknown then.
@ApplicationScoped
public class RedisStore {
    /// Above the slowest script by far, below what somebody waits for a reply.
    public static final Duration PATIENCE = Duration.ofSeconds(2);

    private final RedisAPI redis;

    public RedisStore(RedisAPI redis) {
        this.redis = redis;
    }

    /// One command.
    ///
    /// @param command null is an answer of Redis as well
    public Uni<Response> ask(Function<RedisAPI, Uni<Response>> command) {
        return inTime(Uni.createFrom().deferred(() -> command.apply(redis)));
    }

    /// @throws IllegalArgumentException at once, when a key or an argument of the script was not given
    public Uni<Response> run(ScriptRun run) {
        var script = run.script();
        var known = run.command(script.sha());
        return inTime(redis.evalsha(known)
                .onFailure(RedisStore::unknown)
                .recoverWithUni(() -> redis.eval(run.command(script.text())))
                .onFailure(ErrorType.class)
                .transform(refused -> new IllegalStateException(
                        "the script " + script.name() + " failed: " + refused.getMessage(), refused)));
    }

    /// A server that was started anew, or another of the cluster.
    private static boolean unknown(Throwable failure) {
        return failure.getMessage() != null && failure.getMessage().startsWith("NOSCRIPT");
    }

    private static <T> Uni<T> inTime(Uni<T> work) {
        return work.ifNoItem()
                .after(PATIENCE)
                .failWith(() -> new IllegalStateException("Redis did not answer within " + PATIENCE));
    }
}
