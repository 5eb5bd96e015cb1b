package dev.vitrine.chat.history.control;

import dev.vitrine.chat.control.ChatConfig;
import dev.vitrine.chat.facts.store.UnsentTable;
import dev.vitrine.chat.filter.store.ReviewTable;
import dev.vitrine.chat.history.store.ErasureTable;
import dev.vitrine.chat.history.store.MessageTable;
import dev.vitrine.chat.store.Lasting;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;

/// Forgets what is older than it may be. One batch a run: what is left has its turn a minute later.
@ApplicationScoped
public class ForgetTalk {
    /// Above the time that anything said can be on its way to the history: the log lives a day.
    private static final Duration ERASURES_KEPT = Duration.ofDays(2);

    private final Lasting lasting;
    private final MessageTable messages;
    private final ReviewTable reviews;
    private final UnsentTable unsent;
    private final ErasureTable erasures;
    private final ChatConfig config;
    private final InstantSource clock;

    ForgetTalk(
            Lasting lasting,
            MessageTable messages,
            ReviewTable reviews,
            UnsentTable unsent,
            ErasureTable erasures,
            ChatConfig config,
            InstantSource clock) {
        this.lasting = lasting;
        this.messages = messages;
        this.reviews = reviews;
        this.unsent = unsent;
        this.erasures = erasures;
        this.config = config;
        this.clock = clock;
    }

    public Uni<Void> run() {
        var now = clock.instant();
        var kept = now.minus(Duration.ofDays(config.keepDays()));
        return lasting.transaction(sql -> messages.forgetBefore(sql, kept, now)
                .chain(() -> reviews.forgetBefore(sql, kept))
                .chain(() -> unsent.forgetEvents(sql, now))
                .chain(() -> erasures.forgetBefore(sql, now.minus(ERASURES_KEPT))));
    }
}
