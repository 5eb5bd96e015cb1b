package dev.vitrine.chat.store;

import dev.vitrine.chat.entity.Item;
import dev.vitrine.chat.entity.Outcome;
import dev.vitrine.chat.entity.Rule;
import dev.vitrine.chat.entity.Viewer;
import dev.vitrine.model.RoomId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The rules of talk that need what is hot. Each decision is one script: what it finds and what it does
/// cannot be parted by another message, and the number it gives is the one that everybody sees.
@ApplicationScoped
public class RoomTalk {
    /// Five at once, then two a second: quicker than anybody types, slow enough that one cannot fill a
    /// screen.
    static final int BURST = 5;
    static final Duration REFILL = Duration.ofMillis(500);
    /// The same text again within this is a repeat.
    static final Duration REPEAT = Duration.ofSeconds(10);
    /// How long a room talks on after its end.
    static final Duration LINGERS = Duration.ofMinutes(10);
    /// How long a client id gives its reply again.
    static final Duration REPLY_KEPT = Duration.ofMinutes(10);
    /// How long rates and the last text are remembered: above the slowest slow mode.
    static final Duration SAID_KEPT = Duration.ofMinutes(2);

    /// KEYS: log, sequence, facts, banned, muted, said, client id, awake. ARGV: now, item, subject, keeps
    /// order (1), follows (1), verdict of the lists (a reply, or empty), text's digest, burst, refill,
    /// repeat, lingers, all in ms, reply kept, said kept, both in s. Returns: rule (empty: done; SEEN: the
    /// reply of before; LISTS: their verdict), number or text, ms to wait, asleep (1).
    private static final String SAY = Lua.LOG + Lua.WAKE + Lua.OPEN + Lua.BUCKET + """
            local now = tonumber(ARGV[1])
            local seen = redis.call('GET', KEYS[7])
            if seen then return {'SEEN', seen, 0, 0} end
            local facts = redis.call('HMGET', KEYS[3], 'state', 'stateAt', 'slowMode', 'followersOnly')
            if not facts[1] then return {'NOT_JOINED', '', 0, 0} end
            if redis.call('SISMEMBER', KEYS[4], ARGV[3]) == 1 then return {'BANNED', '', 0, 0} end
            if closed(facts[1], facts[2], now, tonumber(ARGV[11])) then return {'ROOM_CLOSED', '', 0, 0} end
            local muted = tonumber(redis.call('ZSCORE', KEYS[5], ARGV[3]) or '0')
            if muted > now then return {'MUTED', '', muted - now, 0} end
            local wait = take(KEYS[6], 'say', now, tonumber(ARGV[8]), tonumber(ARGV[9]))
            redis.call('EXPIRE', KEYS[6], ARGV[13])
            if wait > 0 then return {'RATE', '', wait, 0} end
            local last = redis.call('HMGET', KEYS[6], 'at', 'text', 'textAt')
            if ARGV[4] ~= '1' then
              if facts[4] == 'true' and ARGV[5] ~= '1' then return {'FOLLOWERS_ONLY', '', 0, 0} end
              local next = tonumber(last[1] or '0') + tonumber(facts[3] or '0') * 1000
              if last[1] and next > now then return {'SLOW_MODE', '', next - now, 0} end
            end
            if last[2] == ARGV[7] then
              local again = tonumber(last[3]) + tonumber(ARGV[10])
              if again > now then return {'REPEATED', '', again - now, 0} end
            end
            if ARGV[6] ~= '' then return {'LISTS', ARGV[6], 0, 0} end
            redis.call('HSET', KEYS[6], 'at', now, 'text', ARGV[7], 'textAt', now)
            local seq = append(KEYS[1], KEYS[2], ARGV[2], ARGV[3])
            redis.call('SET', KEYS[7], 'OK ' .. seq, 'EX', ARGV[12])
            return {'', tostring(seq), 0, asleep(KEYS[8])}
            """;

    /// KEYS: facts, run, banned, said, awake. ARGV: now, subject, count, burst, refill, lingers in ms, said
    /// kept in s.
    private static final String LIKE = Lua.WAKE + Lua.OPEN + Lua.BUCKET + """
            local now = tonumber(ARGV[1])
            local facts = redis.call('HMGET', KEYS[1], 'state', 'stateAt')
            if not facts[1] then return {'NOT_JOINED', '', 0, 0} end
            if redis.call('SISMEMBER', KEYS[3], ARGV[2]) == 1 then return {'BANNED', '', 0, 0} end
            if closed(facts[1], facts[2], now, tonumber(ARGV[6])) then return {'ROOM_CLOSED', '', 0, 0} end
            local wait = take(KEYS[4], 'like', now, tonumber(ARGV[4]), tonumber(ARGV[5]))
            redis.call('EXPIRE', KEYS[4], ARGV[7])
            if wait > 0 then return {'RATE', '', wait, 0} end
            local total = redis.call('HINCRBY', KEYS[2], 'likes', ARGV[3])
            return {'', tostring(total), 0, asleep(KEYS[5])}
            """;

    /// KEYS: client id, said. ARGV: reply, now, text's digest, reply kept, said kept, both in s.
    private static final String HOLD = """
            redis.call('SET', KEYS[1], ARGV[1], 'EX', ARGV[4])
            redis.call('HSET', KEYS[2], 'at', ARGV[2], 'text', ARGV[3], 'textAt', ARGV[2])
            redis.call('EXPIRE', KEYS[2], ARGV[5])
            """;

    private static final String DONE_BEFORE = "OK ";

    private final Hot hot;
    private final Wakes wakes;

    RoomTalk(Hot hot, Wakes wakes) {
        this.hot = hot;
        this.wakes = wakes;
    }

    /// Who speaks, to whom and under which name for the message.
    public record Speech(RoomId room, String subject, Viewer viewer, String clientId) {}

    /// @param outcome the number of the item, or the rule that refuses
    /// @param first false when this client id was answered so before, and nothing happened now
    public record Answer(Outcome<Long> outcome, boolean first) {}

    /// @param heldBack what the word lists decided, if they let it not pass: it is the outcome once no other
    ///     rule refuses, and `hold` then makes it last
    /// @param digest of the text, for repeats
    public Uni<Answer> say(
            Speech speech,
            Item.Danmaku danmaku,
            boolean keepsOrder,
            boolean follows,
            Optional<Outcome.Refused<Long>> heldBack,
            String digest) {
        var room = speech.room();
        return hot.run(
                        SAY,
                        List.of(
                                Keys.log(room),
                                Keys.sequence(room),
                                Keys.facts(room),
                                Keys.banned(room),
                                Keys.muted(room),
                                Keys.said(room, speech.viewer()),
                                Keys.clientId(room, speech.viewer(), speech.clientId()),
                                Keys.awake(room)),
                        List.of(
                                danmaku.at().toEpochMilli(),
                                ItemJson.kept(danmaku),
                                speech.subject(),
                                flag(keepsOrder),
                                flag(follows),
                                heldBack.map(RoomTalk::written).orElse(""),
                                digest,
                                BURST,
                                REFILL.toMillis(),
                                REPEAT.toMillis(),
                                LINGERS.toMillis(),
                                REPLY_KEPT.toSeconds(),
                                SAID_KEPT.toSeconds()))
                .call(answer -> wakes.send(room, answer.get(3).toInteger() == 1))
                .map(answer ->
                        new Answer(outcome(answer), !answer.get(0).toString().equals("SEEN")));
    }

    /// The verdict of the lists is kept for people to look at: from now on it is the reply to this client id.
    public Uni<Void> hold(Speech speech, Outcome.Refused<Long> heldBack, String digest, Instant now) {
        return hot.run(
                        HOLD,
                        List.of(
                                Keys.clientId(speech.room(), speech.viewer(), speech.clientId()),
                                Keys.said(speech.room(), speech.viewer())),
                        List.of(
                                written(heldBack),
                                now.toEpochMilli(),
                                digest,
                                REPLY_KEPT.toSeconds(),
                                SAID_KEPT.toSeconds()))
                .replaceWithVoid();
    }

    /// Counted at once; told once a second by who runs the room.
    ///
    /// @return all taps of the show
    public Uni<Outcome<Long>> like(RoomId room, String subject, Viewer viewer, int count, Instant now) {
        return hot.run(
                        LIKE,
                        List.of(
                                Keys.facts(room),
                                Keys.run(room),
                                Keys.banned(room),
                                Keys.said(room, viewer),
                                Keys.awake(room)),
                        List.of(
                                now.toEpochMilli(),
                                subject,
                                count,
                                BURST,
                                REFILL.toMillis(),
                                LINGERS.toMillis(),
                                SAID_KEPT.toSeconds()))
                .call(answer -> wakes.send(room, answer.get(3).toInteger() == 1))
                .map(RoomTalk::outcome);
    }

    private static Outcome<Long> outcome(Response answer) {
        var text = answer.get(1).toString();
        return switch (answer.get(0).toString()) {
            case "" -> Outcome.done(Long.valueOf(text));
            case "SEEN", "LISTS" ->
                text.startsWith(DONE_BEFORE)
                        ? Outcome.done(Long.valueOf(text.substring(DONE_BEFORE.length())))
                        : read(text);
            case String rule -> refused(Rule.valueOf(rule), answer.get(2).toLong());
        };
    }

    private static Outcome<Long> refused(Rule rule, long waitMillis) {
        return new Outcome.Refused<>(
                rule, rule.words(), waitMillis > 0 ? Optional.of(Duration.ofMillis(waitMillis)) : Optional.empty());
    }

    private static String written(Outcome.Refused<Long> refused) {
        return refused.rule() + " " + refused.detail();
    }

    private static Outcome<Long> read(String written) {
        int blank = written.indexOf(' ');
        return Outcome.refused(Rule.valueOf(written.substring(0, blank)), written.substring(blank + 1));
    }

    private static int flag(boolean value) {
        return value ? 1 : 0;
    }
}
