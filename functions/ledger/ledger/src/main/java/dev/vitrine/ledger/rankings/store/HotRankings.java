package dev.vitrine.ledger.rankings.store;

import dev.vitrine.ledger.rankings.entity.Ranked;
import dev.vitrine.platform.json.Json;
import dev.vitrine.platform.redis.RedisStore;
import dev.vitrine.platform.redis.Script;
import dev.vitrine.platform.redis.ScriptRun;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Rankings in Redis, so that a crowd that looks at one asks no database. Holds totals that only grow, each
/// written as a whole: taken twice, or in another order, the result is the same, and a lost ranking is filled
/// again from the database.
@ApplicationScoped
public class HotRankings {
    /// Below the last of these nobody looks; who gives again comes in by their total.
    public static final int DEPTH = 1_000;

    private static final Duration LIVES = Duration.ofDays(40);
    private static final Script RAISE = Script.load(HotRankings.class, "raise");
    private static final Script UNNAME = Script.load(HotRankings.class, "unname");
    private static final Script FIRST = Script.load(HotRankings.class, "first");

    private final RedisStore redis;

    public HotRankings(RedisStore redis) {
        this.redis = redis;
    }

    /// @param list which ranking
    /// @return absent when it has to be filled
    public Uni<Optional<List<Ranked>>> first(String list, int first) {
        return redis.run(of(list, FIRST).argument("most", first)).map(found -> {
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

    /// @param all the first `DEPTH` of the database
    public Uni<Void> fill(String list, List<Ranked> all) {
        return all.isEmpty()
                ? Uni.createFrom().voidItem()
                : raise(list, true, all).replaceWithVoid();
    }

    /// A total has changed.
    ///
    /// @return false when the ranking is not there: fill it
    public Uni<Boolean> raise(String list, Ranked changed) {
        return raise(list, false, List.of(changed));
    }

    /// Somebody shows no name any more.
    public Uni<Void> unname(String list, String who) {
        return redis.run(of(list, UNNAME).argument("who", who)).replaceWithVoid();
    }

    private Uni<Boolean> raise(String list, boolean whole, List<Ranked> totals) {
        return redis.run(of(list, RAISE)
                        .argument("lifetime", LIVES.toSeconds())
                        .argument("depth", DEPTH)
                        .argument("whole", whole)
                        .argument("totals", json(totals)))
                .map(written -> written.toInteger() == 1);
    }

    /// One argument however many there are. Coins as text: exact whatever a reader makes of numbers.
    private static String json(List<Ranked> totals) {
        var json = Json.object().arrayNode();
        for (var total : totals) {
            json.addArray().add(total.who()).add(total.name()).add(Long.toString(total.coins()));
        }
        return Json.write(json);
    }

    private static ScriptRun of(String list, Script script) {
        return script.with().keys(name -> "ledger:{" + list + "}:" + name);
    }
}
