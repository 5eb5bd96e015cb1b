package dev.vitrine.chat.control;

import dev.vitrine.chat.entity.Author;
import dev.vitrine.chat.entity.DanmakuText;
import dev.vitrine.chat.entity.Outcome;
import dev.vitrine.chat.entity.Utterance;
import dev.vitrine.model.RoomId;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/// Port to the word lists of the platform and of a room.
public interface WordLists {

    /// @param text as readers may see it
    /// @param heldBack the reply, when they may not see it at all
    record Verdict(DanmakuText text, Optional<Outcome.Refused<Long>> heldBack) {
        static Verdict pass(DanmakuText text) {
            return new Verdict(text, Optional.empty());
        }
    }

    /// Changes nothing.
    Uni<Verdict> judge(RoomId room, DanmakuText text);

    /// Keeps a decision for people to look at. Called once for a message that was held back: after every other rule
    /// let it pass, so that a flood is no flood of reviews.
    Uni<Void> review(RoomId room, String subject, Author author, Utterance utterance);
}
