package dev.vitrine.chat.history.control;

import dev.vitrine.chat.control.ChatConfig;
import dev.vitrine.chat.facts.store.UnsentTable;
import dev.vitrine.chat.filter.store.ReviewTable;
import dev.vitrine.chat.history.store.ErasureTable;
import dev.vitrine.chat.history.store.ItemTable;
import dev.vitrine.chat.history.store.MessageTable;
import dev.vitrine.chat.history.store.SetAsideTable;
import dev.vitrine.chat.shown.store.StandingTable;
import dev.vitrine.platform.sql.Database;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;

/// Forgets what is older than it may be. One batch a run: what is left has its turn a minute later.
@ApplicationScoped
public class ForgetTalk {
    private final Database database;
    private final MessageTable messages;
    private final ReviewTable reviews;
    private final ItemTable items;
    private final SetAsideTable setAside;
    private final StandingTable standing;
    private final UnsentTable unsent;
    private final ErasureTable erasures;
    private final ChatConfig config;
    private final InstantSource clock;

    ForgetTalk(
            Database database,
            MessageTable messages,
            ReviewTable reviews,
            ItemTable items,
            SetAsideTable setAside,
            StandingTable standing,
            UnsentTable unsent,
            ErasureTable erasures,
            ChatConfig config,
            InstantSource clock) {
        this.database = database;
        this.messages = messages;
        this.reviews = reviews;
        this.items = items;
        this.setAside = setAside;
        this.standing = standing;
        this.unsent = unsent;
        this.erasures = erasures;
        this.config = config;
        this.clock = clock;
    }

    public Uni<Void> run() {
        var now = clock.instant();
        var kept = now.minus(Duration.ofDays(config.keepDays()));
        return database.transaction(sql -> messages.forgetBefore(sql, kept, now)
                .chain(() -> reviews.forgetBefore(sql, kept))
                .chain(() -> items.forgetBefore(sql, kept))
                .chain(() -> setAside.forgetBefore(sql, kept))
                .chain(() -> standing.forgetBefore(sql, kept))
                .chain(() -> unsent.forgetEvents(sql, now))
                .chain(() -> erasures.forget(sql, now)));
    }
}
