package dev.vitrine.ledger.store;

import dev.vitrine.ledger.entity.Ranked;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.RedisAPI;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Rankings in Redis, so that a crowd that looks at one asks no database. Holds totals that only grow, each
/// written as a whole: taken twice, or in another order, the result is the same, and a lost ranking is filled
/// again from the ledger.
@ApplicationScoped
public class HotRankings {
    /// Below the last of these nobody looks; who gives again comes in by their total.
    public static final int DEPTH = 1_000;

    private static final Duration LIVES = Duration.ofDays(40);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /// KEYS: coins, names. ARGV: lifetime in s, depth, whether it is the whole ranking, then who, name, coins ...
    /// News of a ranking that is not there is not taken: it would look like the whole.
    private static final String WRITE = """
            if ARGV[3] == '0' and redis.call('EXISTS', KEYS[1]) == 0 then return 0 end
            for i = 4, #ARGV, 3 do
              redis.call('ZADD', KEYS[1], 'GT', ARGV[i + 2], ARGV[i])
              redis.call('HSET', KEYS[2], ARGV[i], ARGV[i + 1])
            end
            local out = redis.call('ZRANGE', KEYS[1], 0, -ARGV[2] - 1)
            for _, who in ipairs(out) do
              redis.call('ZREM', KEYS[1], who)
              redis.call('HDEL', KEYS[2], who)
            end
            redis.call('EXPIRE', KEYS[1], ARGV[1])
            redis.call('EXPIRE', KEYS[2], ARGV[1])
            return 1
            """;

    /// KEYS: coins, names. ARGV: how many. Gives who, name, coins ..., nothing when there is no ranking.
    private static final String READ = """
            local found = redis.call('ZREVRANGE', KEYS[1], 0, ARGV[1] - 1, 'WITHSCORES')
            local ranked = {}
            for i = 1, #found, 2 do
              ranked[#ranked + 1] = found[i]
              ranked[#ranked + 1] = redis.call('HGET', KEYS[2], found[i]) or found[i]
              ranked[#ranked + 1] = string.format('%.0f', tonumber(found[i + 1]))
            end
            return ranked
            """;

    private final RedisAPI redis;

    public HotRankings(RedisAPI redis) {
        this.redis = redis;
    }

    /// @param list which ranking
    /// @return absent when it has to be filled
    public Uni<Optional<List<Ranked>>> first(String list, int first) {
        return run(READ, list, List.of(Integer.toString(first))).map(found -> {
            var ranked = new ArrayList<Ranked>();
            for (int at = 0; at < found.size(); at += 3) {
                ranked.add(new Ranked(
                        found.get(at).toString(),
                        found.get(at + 1).toString(),
                        Long.parseLong(found.get(at + 2).toString())));
            }
            return ranked.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(ranked));
        });
    }

    /// @param all the first `DEPTH` of the ledger
    public Uni<Void> fill(String list, List<Ranked> all) {
        return all.isEmpty()
                ? Uni.createFrom().voidItem()
                : write(list, true, all).replaceWithVoid();
    }

    /// A total has changed.
    ///
    /// @return false when the ranking is not there: fill it
    public Uni<Boolean> tell(String list, Ranked changed) {
        return write(list, false, List.of(changed));
    }

    private Uni<Boolean> write(String list, boolean all, List<Ranked> ranked) {
        var arguments = new ArrayList<String>();
        arguments.add(Long.toString(LIVES.toSeconds()));
        arguments.add(Integer.toString(DEPTH));
        arguments.add(all ? "1" : "0");
        for (var each : ranked) {
            arguments.add(each.who());
            arguments.add(each.name());
            arguments.add(Long.toString(each.coins()));
        }
        return run(WRITE, list, arguments).map(written -> written.toInteger() == 1);
    }

    private Uni<Response> run(String script, String list, List<String> arguments) {
        var command = new ArrayList<String>();
        command.addAll(List.of(script, "2", "ledger:{" + list + "}:coins", "ledger:{" + list + "}:names"));
        command.addAll(arguments);
        return redis.eval(command)
                .ifNoItem()
                .after(PATIENCE)
                .failWith(() -> new IllegalStateException("Redis did not answer within " + PATIENCE));
    }
}
