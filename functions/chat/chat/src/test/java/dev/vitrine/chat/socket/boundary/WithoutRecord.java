package dev.vitrine.chat.socket.boundary;

import dev.vitrine.chat.entity.Author;
import dev.vitrine.chat.entity.DanmakuText;
import dev.vitrine.chat.entity.KeptItem;
import dev.vitrine.chat.entity.Said;
import dev.vitrine.chat.facts.control.RoomFill;
import dev.vitrine.chat.run.control.TalkHistory;
import dev.vitrine.chat.talk.control.WordLists;
import dev.vitrine.chat.talk.entity.Outcome;
import dev.vitrine.chat.talk.entity.Rule;
import dev.vitrine.chat.talk.entity.Utterance;
import dev.vitrine.model.RoomId;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/// What lasts, for tests of what is hot: no room but those that Redis holds, one word on the lists.
@Alternative
@Singleton
public class WithoutRecord implements WordLists, RoomFill, TalkHistory {
    final List<String> reviews = new CopyOnWriteArrayList<>();
    final List<Said> kept = new CopyOnWriteArrayList<>();

    @Override
    public Uni<Verdict> judge(RoomId room, String subject, Author author, Utterance utterance) {
        var text = utterance.text();
        var verdict = text.value().contains("listed")
                ? new Verdict(
                        text,
                        Optional.of(new Outcome.Refused<>(Rule.HELD, "a list holds it: listed", Optional.empty())),
                        Optional.of(() -> keep(text)))
                : Verdict.pass(text);
        return Uni.createFrom().item(verdict);
    }

    private Uni<Void> keep(DanmakuText text) {
        reviews.add(text.value());
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Boolean> fill(RoomId room) {
        return Uni.createFrom().item(false);
    }

    @Override
    public Uni<Void> keep(RoomId room, List<Said> said, List<KeptItem> shown) {
        kept.addAll(said);
        return Uni.createFrom().voidItem();
    }

    /// Only who names this profile goes without.
    public static class Profile implements QuarkusTestProfile {
        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(WithoutRecord.class);
        }
    }
}
