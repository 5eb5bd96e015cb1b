package dev.vitrine.chat.filter.control;

import dev.vitrine.chat.entity.Actor;
import dev.vitrine.chat.entity.ChatRefusal;
import dev.vitrine.chat.entity.Item;
import dev.vitrine.chat.filter.entity.Review;
import dev.vitrine.chat.filter.store.ReviewTable;
import dev.vitrine.chat.order.control.Acting;
import dev.vitrine.chat.order.control.KeepOrder;
import dev.vitrine.chat.order.entity.Act;
import dev.vitrine.chat.order.entity.Known;
import dev.vitrine.chat.order.entity.Reason;
import dev.vitrine.chat.store.RoomLog;
import dev.vitrine.model.RoomId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/// Releases what a list stopped or held, or refuses it for good. A released message is said now, in its
/// sender's name.
@ApplicationScoped
public class DecideReview {
    private final KeepOrder order;
    private final ReviewTable reviews;
    private final RoomLog log;

    DecideReview(KeepOrder order, ReviewTable reviews, RoomLog log) {
        this.order = order;
        this.reviews = reviews;
        this.log = log;
    }

    /// The same decision again changes nothing; another one is refused. The message enters the log inside the
    /// transaction: it may be said twice when the database then fails, and is never decided and not said.
    public Uni<Review> run(RoomId room, Actor actor, UUID id, Review.Decision decision, Reason reason) {
        return order.act(room, actor, acting -> reviews.held(acting.sql(), room, id)
                .map(found -> found.orElseThrow(() -> new ChatRefusal.NotFound("review in this room")))
                .chain(review -> {
                    if (review.decision().isPresent()) {
                        return repeated(review, decision);
                    }
                    return decide(acting, review, decision, reason);
                }));
    }

    private static Uni<Review> repeated(Review review, Review.Decision decision) {
        if (review.decision().get() != decision) {
            throw new ChatRefusal.Unfitting("Somebody decided otherwise before.");
        }
        return Uni.createFrom().item(review);
    }

    private Uni<Review> decide(Acting acting, Review review, Review.Decision decision, Reason reason) {
        var known = new Known(
                review.author().viewer(),
                review.subject(),
                review.author().name(),
                review.author().role());
        return reviews.decide(acting.sql(), review.id(), decision, acting.now())
                .chain(() -> acting.audit(
                        decision == Review.Decision.RELEASE ? Act.RELEASE : Act.REFUSE,
                        Optional.of(known),
                        OptionalLong.empty(),
                        Optional.of(reason.value()),
                        Optional.empty()))
                .chain(() -> decision == Review.Decision.RELEASE
                        ? say(acting, review)
                        : Uni.createFrom().voidItem())
                .replaceWith(review.decided(decision));
    }

    private Uni<Void> say(Acting acting, Review review) {
        var danmaku = new Item.Danmaku(
                acting.now(), review.author(), review.text(), review.colour(), review.position(), acting.now());
        return log.release(acting.room().id(), danmaku, review.subject()).replaceWithVoid();
    }
}
