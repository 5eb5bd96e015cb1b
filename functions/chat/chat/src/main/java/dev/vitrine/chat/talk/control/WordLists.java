package dev.vitrine.chat.talk.control;

import dev.vitrine.chat.entity.Author;
import dev.vitrine.chat.entity.DanmakuText;
import dev.vitrine.chat.talk.entity.Outcome;
import dev.vitrine.chat.talk.entity.Utterance;
import dev.vitrine.model.RoomId;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/// Port to the word lists of the platform and of a room.
public interface WordLists {

    /// @param text as readers may see it
    /// @param heldBack the reply, when they may not see it at all
    /// @param review of what a list decided; empty when none did
    record Verdict(DanmakuText text, Optional<Outcome.Refused<Long>> heldBack, Optional<Review> review) {
        public static Verdict pass(DanmakuText text) {
            return new Verdict(text, Optional.empty(), Optional.empty());
        }
    }

    /// A decision that people will want to look at.
    interface Review {
        /// Twice, for the same client id of the same person, is as once.
        Uni<Void> keep();
    }

    /// Changes nothing: the review is kept when every other rule let the message pass, so that a flood of
    /// messages is no flood of reviews.
    Uni<Verdict> judge(RoomId room, String subject, Author author, Utterance utterance);
}
