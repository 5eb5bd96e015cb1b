package dev.vitrine.chat.talk.store;

import dev.vitrine.chat.entity.Item;
import dev.vitrine.chat.entity.RoomRecord;
import dev.vitrine.chat.entity.Viewer;
import dev.vitrine.chat.script.ChatScripts;
import dev.vitrine.chat.store.ItemJson;
import dev.vitrine.chat.store.Keys;
import dev.vitrine.chat.store.Wakes;
import dev.vitrine.chat.talk.entity.Outcome;
import dev.vitrine.chat.talk.entity.Rule;
import dev.vitrine.model.RoomId;
import dev.vitrine.platform.redis.RedisStore;
import dev.vitrine.platform.redis.Script;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
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
    /// How long a client id gives its reply again.
    static final Duration REPLY_KEPT = Duration.ofMinutes(10);
    /// How long rates and the last text are remembered: above the slowest slow mode.
    static final Duration SAID_KEPT = Duration.ofMinutes(2);

    private static final Script SAY = ChatScripts.of("say");
    private static final Script LIKE = ChatScripts.of("like");
    private static final Script HOLD = ChatScripts.of("hold");
    private static final String DONE_BEFORE = "OK ";

    private final RedisStore redis;
    private final Wakes wakes;

    public RoomTalk(RedisStore redis, Wakes wakes) {
        this.redis = redis;
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
        return redis.run(SAY.with()
                        .key("said", Keys.said(room, speech.viewer()))
                        .key("clientId", Keys.clientId(room, speech.viewer(), speech.clientId()))
                        .keys(Keys.of(room))
                        .argument("now", danmaku.at().toEpochMilli())
                        .argument("item", ItemJson.kept(danmaku))
                        .argument("subject", speech.subject())
                        .argument("moderates", keepsOrder)
                        .argument("follows", follows)
                        .argument("verdict", heldBack.map(RoomTalk::written).orElse(""))
                        .argument("digest", digest)
                        .argument("burst", BURST)
                        .argument("refill", REFILL.toMillis())
                        .argument("repeats", REPEAT.toMillis())
                        .argument("lingers", RoomRecord.LINGERS.toMillis())
                        .argument("replyKept", REPLY_KEPT.toSeconds())
                        .argument("saidKept", SAID_KEPT.toSeconds()))
                .call(answer -> wakes.send(room, answer.get(3).toInteger() == 1))
                .map(answer ->
                        new Answer(outcome(answer), !answer.get(0).toString().equals("SEEN")));
    }

    /// The verdict of the lists is kept for people to look at: from now on it is the reply to this client id.
    public Uni<Void> hold(Speech speech, Outcome.Refused<Long> heldBack, String digest, Instant now) {
        return redis.run(HOLD.with()
                        .key("clientId", Keys.clientId(speech.room(), speech.viewer(), speech.clientId()))
                        .key("said", Keys.said(speech.room(), speech.viewer()))
                        .argument("reply", written(heldBack))
                        .argument("now", now.toEpochMilli())
                        .argument("digest", digest)
                        .argument("replyKept", REPLY_KEPT.toSeconds())
                        .argument("saidKept", SAID_KEPT.toSeconds()))
                .replaceWithVoid();
    }

    /// Counted at once; told once a second by who runs the room.
    ///
    /// @return all taps of the show
    public Uni<Outcome<Long>> like(RoomId room, String subject, Viewer viewer, int count, Instant now) {
        return redis.run(LIKE.with()
                        .key("said", Keys.said(room, viewer))
                        .keys(Keys.of(room))
                        .argument("now", now.toEpochMilli())
                        .argument("subject", subject)
                        .argument("count", count)
                        .argument("burst", BURST)
                        .argument("refill", REFILL.toMillis())
                        .argument("lingers", RoomRecord.LINGERS.toMillis())
                        .argument("saidKept", SAID_KEPT.toSeconds()))
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
}
