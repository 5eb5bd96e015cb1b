package dev.vitrine.chat.store;

import dev.vitrine.chat.entity.Item;
import dev.vitrine.chat.entity.Lane;
import dev.vitrine.chat.entity.Logged;
import dev.vitrine.chat.entity.Pulse;
import dev.vitrine.chat.entity.RunState;
import dev.vitrine.model.RoomId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Who runs a room, and how far they came.
///
/// Everything that writes names the lease and does nothing for who has lost it: then it answers so, and the
/// runner stops. Everything may be done twice.
@ApplicationScoped
public class RoomRuns {
    /// A runner that is not heard of for so long is dead.
    public static final Duration LEASE = Duration.ofSeconds(5);
    /// How many entries of the log one turn reads.
    public static final int READ = 1000;
    /// The most sockets that are served by posts at once: those of a crowd that hears it goes to lane B.
    static final int SOCKETS = 50_000;
    /// Stands for the number of the item that is told, in the progress that it means.
    public static final String ITS_NUMBER = "$";
    /// What the log keeps at least, for who comes back.
    static final int STAYS = RoomDoor.RESUMED;
    /// After a change to lane A, sockets that pinged as on lane B are not yet silent; and those that have
    /// not joined again are still reading segments, and get nothing that they would take for a gap.
    private static final Duration SETTLING = Pulse.silence(Lane.A);

    private static final String MINE = """
            if redis.call('GET', KEYS[1]) ~= ARGV[1] then return nil end
            """;

    /// KEYS: lease, awake, log, sequence, run, sockets, readers. ARGV: token, now, lease in ms, read, sent,
    /// most entries, silence on A, on B, settling in ms, most sockets.
    private static final String LOOK =
            Lua.LOG + Lua.PRUNE + MINE + """
            redis.call('PEXPIRE', KEYS[1], ARGV[3])
            redis.call('SET', KEYS[2], '1', 'PX', ARGV[3])
            local now = tonumber(ARGV[2])
            local run = redis.call('HMGET', KEYS[5], 'lane', 'laneAt', 'laneSince', 'sent', 'kept', 'slot',
                'slotUntil', 'claimed', 'likes', 'likesTold', 'likesAt', 'peak', 'viewersTold', 'presenceAt')
            local lane = run[1] or 'A'
            if tonumber(ARGV[5]) > tonumber(run[4] or '0') then
              redis.call('HSET', KEYS[5], 'sent', ARGV[5])
              run[4] = ARGV[5]
            end
            redis.call('EXPIRE', KEYS[5], LOG_ROOM_LIVES)
            local settled = now - tonumber(run[3] or '0') > tonumber(ARGV[9])
            local silence = lane == 'A' and settled and ARGV[7] or ARGV[8]
            prune(KEYS[6], KEYS[7], now - tonumber(silence))
            local readers = {}
            local changed = tonumber(run[2] or '0')
            if lane == 'A' then
              readers = redis.call('ZREVRANGEBYSCORE', KEYS[7], '+inf', settled and 0 or changed, 'WITHSCORES',
                  'LIMIT', 0, ARGV[10])
            elseif tonumber(run[4] or '0') < changed then
              readers = redis.call('ZREVRANGE', KEYS[7], 0, ARGV[10] - 1, 'WITHSCORES')
            end
            local items = redis.call('XRANGE', KEYS[3], '(' .. ARGV[4], '+', 'COUNT', ARGV[6])
            for i = 1, 14 do run[i] = run[i] or '' end
            return {run, last(KEYS[3], KEYS[4]), redis.call('ZCARD', KEYS[6]), readers, items}
            """.replace("LOG_ROOM_LIVES", Long.toString(Lua.ROOM_LIVES.toSeconds()));

    /// KEYS: lease, log, sequence, run. ARGV: token, item, then names and values of progress; `$` is the
    /// number.
    private static final String TELL = Lua.LOG + MINE + """
            local seq = append(KEYS[2], KEYS[3], ARGV[2], '')
            for i = 3, #ARGV, 2 do
              local value = ARGV[i + 1]
              if value == '$' then value = seq end
              redis.call('HSET', KEYS[4], ARGV[i], value)
            end
            return seq
            """;

    /// KEYS: lease, run, hidden. ARGV: token, slot before, slot's text, then the numbers sampled away.
    private static final String CLAIM = MINE + """
            local run = redis.call('HMGET', KEYS[2], 'slot', 'claimed')
            if run[2] and run[2] ~= '' then return run[2] == ARGV[3] and 1 or 0 end
            if (run[1] or '0') ~= ARGV[2] then return 0 end
            redis.call('HSET', KEYS[2], 'claimed', ARGV[3])
            for i = 4, #ARGV do redis.call('ZADD', KEYS[3], ARGV[i], ARGV[i]) end
            redis.call('EXPIRE', KEYS[3], LOG_LIVES)
            return 1
            """.replace("LOG_LIVES", Long.toString(Lua.LOG_LIVES.toSeconds()));

    /// KEYS: lease, run. ARGV: token, slot's text, slot, until.
    private static final String WROTE = MINE + """
            if redis.call('HGET', KEYS[2], 'claimed') ~= ARGV[2] then return 0 end
            redis.call('HSET', KEYS[2], 'slot', ARGV[3], 'slotUntil', ARGV[4], 'claimed', '')
            return 1
            """;

    /// KEYS: log, hidden. ARGV: after, until, most.
    private static final String UNKEPT = """
            return {redis.call('XRANGE', KEYS[1], '(' .. ARGV[1], ARGV[2], 'COUNT', ARGV[3]),
                redis.call('ZRANGEBYSCORE', KEYS[2], '(' .. ARGV[1], ARGV[2])}
            """;

    /// KEYS: lease, run, log, hidden, sequence. ARGV: token, kept, what stays.
    private static final String KEPT = Lua.LOG + MINE + """
            redis.call('HSET', KEYS[2], 'kept', ARGV[2])
            redis.call('ZREMRANGEBYSCORE', KEYS[4], '-inf', ARGV[2])
            local run = redis.call('HMGET', KEYS[2], 'sent', 'lane', 'laneAt', 'slotUntil')
            local done = tonumber(ARGV[2])
            if run[2] == 'B' or tonumber(run[4] or '0') < tonumber(run[3] or '0') then
              done = math.min(done, tonumber(run[4] or '0'))
            end
            if run[2] ~= 'B' or tonumber(run[1] or '0') < tonumber(run[3] or '0') then
              done = math.min(done, tonumber(run[1] or '0'))
            end
            local trim = math.min(done + 1, last(KEYS[3], KEYS[5]) - tonumber(ARGV[3]))
            if trim > 0 then redis.call('XTRIM', KEYS[3], 'MINID', '~', trim) end
            return 1
            """;

    /// Only if nothing happened meanwhile. KEYS: lease, awake, log, sequence, run, sockets. ARGV: token,
    /// last, likes, viewers.
    private static final String SLEEP = Lua.LOG + MINE + """
            if last(KEYS[3], KEYS[4]) ~= tonumber(ARGV[2])
                or (redis.call('HGET', KEYS[5], 'likes') or '0') ~= ARGV[3]
                or redis.call('ZCARD', KEYS[6]) ~= tonumber(ARGV[4]) then
              return 0
            end
            redis.call('DEL', KEYS[1], KEYS[2])
            return 1
            """;

    /// The room counts as called until the next runner has begun. KEYS: lease, awake, run. ARGV: token, awake
    /// in ms, sent.
    private static final String HAND_OVER = MINE + """
            if tonumber(ARGV[3]) > tonumber(redis.call('HGET', KEYS[3], 'sent') or '0') then
              redis.call('HSET', KEYS[3], 'sent', ARGV[3])
            end
            redis.call('DEL', KEYS[1])
            redis.call('SET', KEYS[2], '1', 'PX', ARGV[2])
            return 1
            """;

    private final Hot hot;

    RoomRuns(Hot hot) {
        this.hot = hot;
    }

    /// What a runner finds at a turn.
    ///
    /// @param readers who is served by posts now, with the number up to which they were shown everything when they
    ///     joined
    /// @param items of the log above what it has read, at most a thousand
    public record Seen(RunState state, Map<String, Long> readers, List<Logged> items) {}

    /// What the history has yet to take.
    ///
    /// @param hidden numbers that were sampled away
    public record Unkept(List<Logged> items, Set<Long> hidden) {}

    /// @return whether the room is now run under this token
    public Uni<Boolean> take(RoomId room, String token) {
        return Hot.inTime(
                        hot.redis().set(List.of(Keys.lease(room), token, "NX", "PX", Long.toString(LEASE.toMillis()))))
                .map(taken -> taken != null);
    }

    /// Renews the lease as well.
    ///
    /// @param read up to where the runner knows the log
    /// @param sent up to where all sockets have everything; what is kept never goes back
    /// @return empty when the lease is lost
    public Uni<Optional<Seen>> look(RoomId room, String token, Instant now, long read, long sent) {
        return hot.run(
                        LOOK,
                        List.of(
                                Keys.lease(room),
                                Keys.awake(room),
                                Keys.log(room),
                                Keys.sequence(room),
                                Keys.run(room),
                                Keys.sockets(room),
                                Keys.readers(room)),
                        List.of(
                                token,
                                now.toEpochMilli(),
                                LEASE.toMillis(),
                                read + "-0",
                                sent,
                                READ,
                                Pulse.silence(Lane.A).toMillis(),
                                Pulse.silence(Lane.B).toMillis(),
                                SETTLING.toMillis(),
                                SOCKETS))
                .map(answer -> Optional.ofNullable(answer).map(RoomRuns::seen));
    }

    /// Adds an item of the runner's own to the sequence, with the progress that it means.
    ///
    /// @param progress fields of the run; a value of `$` stands for the item's number
    /// @return false when the lease is lost
    public Uni<Boolean> tell(RoomId room, String token, Item item, Map<String, ?> progress) {
        var arguments = new ArrayList<Object>(List.of(token, ItemJson.kept(item)));
        progress.forEach((name, value) -> arguments.addAll(List.of(name, value)));
        return mine(hot.run(
                TELL, List.of(Keys.lease(room), Keys.log(room), Keys.sequence(room), Keys.run(room)), arguments));
    }

    /// Fixes what a slot holds before it is written, so that who writes it again writes the same.
    ///
    /// @param hidden numbers that were sampled away
    /// @return false when it is not the next slot, or the lease is lost
    public Uni<Boolean> claim(RoomId room, String token, RunState.Slot slot, Set<Long> hidden) {
        var arguments = new ArrayList<Object>(List.of(token, slot.number() - 1, text(slot)));
        arguments.addAll(hidden);
        return yes(hot.run(CLAIM, List.of(Keys.lease(room), Keys.run(room), Keys.hidden(room)), arguments));
    }

    /// @return false when it was not claimed, or the lease is lost
    public Uni<Boolean> wrote(RoomId room, String token, RunState.Slot slot) {
        return yes(hot.run(
                WROTE,
                List.of(Keys.lease(room), Keys.run(room)),
                List.of(token, text(slot), slot.number(), slot.until())));
    }

    public Uni<Unkept> unkept(RoomId room, long after, long until) {
        return hot.run(UNKEPT, List.of(Keys.log(room), Keys.hidden(room)), List.of(after, until, READ))
                .map(answer -> new Unkept(LogEntries.read(answer.get(0)), numbers(answer.get(1))));
    }

    /// Says that the history has everything up to here, and trims the log by what nobody needs.
    ///
    /// @return false when the lease is lost
    public Uni<Boolean> kept(RoomId room, String token, long until) {
        return yes(hot.run(
                KEPT,
                List.of(Keys.lease(room), Keys.run(room), Keys.log(room), Keys.hidden(room), Keys.sequence(room)),
                List.of(token, until, STAYS)));
    }

    /// Gives the lease back, unless something happened since `state` was seen.
    ///
    /// @return false when there is something to do; empty when the lease is lost
    public Uni<Optional<Boolean>> sleep(RoomId room, String token, RunState state) {
        return hot.run(
                        SLEEP,
                        List.of(
                                Keys.lease(room),
                                Keys.awake(room),
                                Keys.log(room),
                                Keys.sequence(room),
                                Keys.run(room),
                                Keys.sockets(room)),
                        List.of(token, state.last(), state.likes(), state.viewers()))
                .map(answer -> Optional.ofNullable(answer).map(slept -> slept.toInteger() == 1));
    }

    /// Gives the lease back to whoever is called next.
    ///
    /// @return false when it is lost
    public Uni<Boolean> handOver(RoomId room, String token, long sent) {
        return yes(hot.run(
                HAND_OVER,
                List.of(Keys.lease(room), Keys.awake(room), Keys.run(room)),
                List.of(token, Lua.WAKE_TAKES.toMillis(), sent)));
    }

    /// Forgets sockets that are gone for good. Needs no lease: gone is gone.
    public Uni<Void> forget(RoomId room, String connection) {
        return Hot.inTime(hot.redis().zrem(List.of(Keys.sockets(room), connection)))
                .chain(() -> Hot.inTime(hot.redis().zrem(List.of(Keys.readers(room), connection))))
                .chain(() -> Hot.inTime(hot.redis().del(List.of(Keys.socket(connection)))))
                .replaceWithVoid();
    }

    private static Uni<Boolean> mine(Uni<Response> answer) {
        return answer.map(response -> response != null);
    }

    private static Uni<Boolean> yes(Uni<Response> answer) {
        return answer.map(response -> response != null && response.toInteger() == 1);
    }

    private static Seen seen(Response answer) {
        return new Seen(
                state(answer.get(0), answer.get(1).toLong(), answer.get(2).toInteger()),
                readers(answer.get(3)),
                LogEntries.read(answer.get(4)));
    }

    private static RunState state(Response run, long last, int viewers) {
        return new RunState(
                run.get(0).toString().isEmpty()
                        ? Lane.A
                        : Lane.valueOf(run.get(0).toString()),
                number(run, 1),
                Instant.ofEpochMilli(number(run, 2)),
                number(run, 3),
                number(run, 4),
                number(run, 5),
                number(run, 6),
                slot(run.get(7).toString()),
                number(run, 8),
                number(run, 9),
                Instant.ofEpochMilli(number(run, 10)),
                (int) number(run, 11),
                (int) number(run, 12),
                Instant.ofEpochMilli(number(run, 13)),
                last,
                viewers);
    }

    private static long number(Response run, int at) {
        var text = run.get(at).toString();
        return text.isEmpty() ? 0 : Long.parseLong(text);
    }

    private static String text(RunState.Slot slot) {
        return slot.number() + " " + slot.after() + " " + slot.until() + " " + slot.viewers() + " " + slot.likes();
    }

    private static Optional<RunState.Slot> slot(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        var numbers = text.split(" ");
        return Optional.of(new RunState.Slot(
                Long.parseLong(numbers[0]),
                Long.parseLong(numbers[1]),
                Long.parseLong(numbers[2]),
                Integer.parseInt(numbers[3]),
                Long.parseLong(numbers[4])));
    }

    private static Map<String, Long> readers(Response list) {
        var readers = new LinkedHashMap<String, Long>();
        for (int at = 0; at < list.size(); at += 2) {
            readers.put(list.get(at).toString(), list.get(at + 1).toLong());
        }
        return readers;
    }

    private static Set<Long> numbers(Response list) {
        var numbers = new HashSet<Long>();
        list.forEach(element -> numbers.add(Long.valueOf(element.toString())));
        return Set.copyOf(numbers);
    }
}
