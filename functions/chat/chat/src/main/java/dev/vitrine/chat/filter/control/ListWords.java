package dev.vitrine.chat.filter.control;

import dev.vitrine.chat.entity.Actor;
import dev.vitrine.chat.entity.ChatRefusal;
import dev.vitrine.chat.filter.entity.Listed;
import dev.vitrine.chat.filter.entity.Review;
import dev.vitrine.chat.filter.store.ReviewTable;
import dev.vitrine.chat.filter.store.WordTable;
import dev.vitrine.chat.order.control.KeepOrder;
import dev.vitrine.model.RoomId;
import dev.vitrine.platform.sql.Database;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What those who keep order look at of words: the lists, and what they stopped or held. Each list asks for
/// as many rows as it is told.
@ApplicationScoped
public class ListWords {
    private final KeepOrder order;
    private final Database database;
    private final ReviewTable reviews;
    private final WordTable words;

    ListWords(KeepOrder order, Database database, ReviewTable reviews, WordTable words) {
        this.order = order;
        this.database = database;
        this.reviews = reviews;
        this.words = words;
    }

    public Uni<List<Review>> reviews(
            RoomId room, Actor actor, Optional<Boolean> open, Optional<UUID> before, int limit) {
        return order.read(room, actor, false, acting -> reviews.page(acting.sql(), room, open, before, limit));
    }

    public Uni<List<Listed>> ofRoom(RoomId room, Actor actor, Optional<String> after, int limit) {
        return order.read(room, actor, false, acting -> words.page(acting.sql(), room, after, limit));
    }

    /// The platform's list: operators and auditors.
    public Uni<List<Listed>> ofPlatform(Actor actor, Optional<String> after, int limit) {
        if (!actor.operator() && !actor.auditor()) {
            throw new ChatRefusal.NotAllowed("Only operators and auditors may read the platform's words.");
        }
        return words.page(database.statements(), WordTable.PLATFORM, after, limit);
    }
}
