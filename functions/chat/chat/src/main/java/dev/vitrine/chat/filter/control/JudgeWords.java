package dev.vitrine.chat.filter.control;

import dev.vitrine.chat.entity.Author;
import dev.vitrine.chat.entity.DanmakuText;
import dev.vitrine.chat.filter.entity.Hit;
import dev.vitrine.chat.filter.entity.WordFilter;
import dev.vitrine.chat.filter.store.CompiledLists;
import dev.vitrine.chat.filter.store.ReviewTable;
import dev.vitrine.chat.filter.store.WordTable;
import dev.vitrine.chat.talk.control.WordLists;
import dev.vitrine.chat.talk.entity.Outcome;
import dev.vitrine.chat.talk.entity.Rule;
import dev.vitrine.chat.talk.entity.Utterance;
import dev.vitrine.model.Ids;
import dev.vitrine.model.RoomId;
import dev.vitrine.platform.sql.Database;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Judges a message by the platform's list and the room's.
@ApplicationScoped
class JudgeWords implements WordLists {
    private static final String PLATFORM = "PLATFORM";
    private static final String ROOM = "ROOM";

    private final CompiledLists lists;
    private final Database database;
    private final ReviewTable reviews;
    private final Ids ids;
    private final InstantSource clock;

    JudgeWords(CompiledLists lists, Database database, ReviewTable reviews, Ids ids, InstantSource clock) {
        this.lists = lists;
        this.database = database;
        this.reviews = reviews;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Uni<Verdict> judge(RoomId room, String subject, Author author, Utterance utterance) {
        return Uni.combine()
                .all()
                .unis(lists.inForce(WordTable.PLATFORM), lists.inForce(room))
                .asTuple()
                .map(both -> {
                    var ofRoom = both.getItem2();
                    var text = utterance.text();
                    return switch (WordFilter.judge(text.value(), List.of(both.getItem1(), ofRoom))) {
                        case dev.vitrine.chat.filter.entity.Verdict.Clean() -> Verdict.pass(text);
                        case dev.vitrine.chat.filter.entity.Verdict.Masked(var masked, var hits) ->
                            new Verdict(
                                    new DanmakuText(masked),
                                    Optional.empty(),
                                    Optional.of(() -> keep(room, subject, author, utterance, first(hits), ofRoom)));
                        case dev.vitrine.chat.filter.entity.Verdict.Held(var hits) ->
                            heldBack(room, subject, author, utterance, Rule.HELD, first(hits), ofRoom);
                        case dev.vitrine.chat.filter.entity.Verdict.Rejected(var hits) ->
                            heldBack(room, subject, author, utterance, Rule.WORDS, first(hits), ofRoom);
                    };
                });
    }

    private static Hit first(List<Hit> hits) {
        return hits.getFirst();
    }

    private Verdict heldBack(
            RoomId room, String subject, Author author, Utterance utterance, Rule rule, Hit hit, WordFilter ofRoom) {
        return new Verdict(
                utterance.text(),
                Optional.of(new Outcome.Refused<>(rule, rule.words(), Optional.empty())),
                Optional.of(() -> keep(room, subject, author, utterance, hit, ofRoom)));
    }

    private Uni<Void> keep(
            RoomId room, String subject, Author author, Utterance utterance, Hit hit, WordFilter ofRoom) {
        var review = new dev.vitrine.chat.filter.entity.Review(
                ids.next(),
                clock.instant(),
                subject,
                author,
                utterance.id(),
                utterance.text(),
                utterance.colour(),
                utterance.position(),
                hit.word().action().name(),
                ofRoom.lists(hit.word()) ? ROOM : PLATFORM,
                hit.word().text(),
                Optional.of(dev.vitrine.chat.filter.entity.Review.Place.of(
                        utterance.text().value(), hit)),
                Optional.empty());
        return database.transaction(sql -> reviews.add(sql, room, review));
    }
}
