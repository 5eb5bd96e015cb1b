package dev.vitrine.chat.boundary;

import dev.vitrine.chat.control.RoomFill;
import dev.vitrine.chat.control.TalkHistory;
import dev.vitrine.chat.control.WordLists;
import dev.vitrine.chat.entity.Author;
import dev.vitrine.chat.entity.DanmakuText;
import dev.vitrine.chat.entity.Outcome;
import dev.vitrine.chat.entity.Rule;
import dev.vitrine.chat.entity.Said;
import dev.vitrine.chat.entity.Utterance;
import dev.vitrine.model.RoomId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// What lasts, for tests of what is hot: no room but those that Redis holds, one word on the lists.
@ApplicationScoped
public class WithoutRecord implements WordLists, RoomFill, TalkHistory {
    final List<String> reviews = new CopyOnWriteArrayList<>();
    final List<Said> kept = new CopyOnWriteArrayList<>();

    @Override
    public Uni<Verdict> judge(RoomId room, DanmakuText text) {
        Optional<Outcome.Refused<Long>> heldBack = text.value().contains("listed")
                ? Optional.of(new Outcome.Refused<>(Rule.HELD, "a list holds it: listed", Optional.empty()))
                : Optional.empty();
        return Uni.createFrom().item(new Verdict(text, heldBack));
    }

    @Override
    public Uni<Void> review(RoomId room, String subject, Author author, Utterance utterance) {
        reviews.add(utterance.text().value());
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Boolean> fill(RoomId room) {
        return Uni.createFrom().item(false);
    }

    @Override
    public Uni<Void> keep(RoomId room, List<Said> said) {
        kept.addAll(said);
        return Uni.createFrom().voidItem();
    }
}
