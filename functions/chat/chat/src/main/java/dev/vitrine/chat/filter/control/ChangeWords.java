package dev.vitrine.chat.filter.control;

import dev.vitrine.chat.entity.Actor;
import dev.vitrine.chat.entity.ChatRefusal;
import dev.vitrine.chat.facts.control.SpreadDecisions;
import dev.vitrine.chat.facts.store.UnsentTable;
import dev.vitrine.chat.filter.entity.Listed;
import dev.vitrine.chat.filter.store.WordTable;
import dev.vitrine.chat.order.control.KeepOrder;
import dev.vitrine.chat.order.entity.Act;
import dev.vitrine.chat.order.entity.Audited;
import dev.vitrine.chat.order.store.ActTable;
import dev.vitrine.model.Ids;
import dev.vitrine.model.RoomId;
import dev.vitrine.platform.sql.Database;
import dev.vitrine.platform.sql.Statements;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Adds words to a list and takes words away.
@ApplicationScoped
public class ChangeWords {
    public static final int MOST_OF_A_ROOM = 1_000;
    public static final int MOST_OF_THE_PLATFORM = 200_000;
    /// Added or taken away with one change.
    public static final int MOST_AT_ONCE = 5_000;

    private final KeepOrder order;
    private final Database database;
    private final WordTable words;
    private final ActTable acts;
    private final UnsentTable unsent;
    private final SpreadDecisions spread;
    private final Ids ids;
    private final InstantSource clock;

    ChangeWords(
            KeepOrder order,
            Database database,
            WordTable words,
            ActTable acts,
            UnsentTable unsent,
            SpreadDecisions spread,
            Ids ids,
            InstantSource clock) {
        this.order = order;
        this.database = database;
        this.words = words;
        this.acts = acts;
        this.unsent = unsent;
        this.spread = spread;
        this.ids = ids;
        this.clock = clock;
    }

    /// @param add a word that is there gets the new action; of one that comes twice the last counts
    public record Change(List<Listed> add, List<String> remove) {
        public Change {
            var last = new LinkedHashMap<String, Listed>();
            add.forEach(word -> last.put(word.word(), word));
            add = List.copyOf(last.values());
            remove = List.copyOf(remove);
        }

        Optional<String> words() {
            return Optional.of(add.size() + " added, " + remove.size() + " removed");
        }
    }

    public Uni<Void> ofRoom(RoomId room, Actor actor, Change change) {
        return order.act(room, actor, acting -> change(acting.sql(), room, change, MOST_OF_A_ROOM)
                .chain(() -> acting.audit(
                        Act.CHANGE_WORDS, Optional.empty(), OptionalLong.empty(), Optional.empty(), change.words())));
    }

    public Uni<Void> ofPlatform(Actor actor, Change change) {
        if (!actor.operator()) {
            throw new ChatRefusal.NotAllowed("Only operators may change the platform's words.");
        }
        return database.transaction(sql -> change(sql, WordTable.PLATFORM, change, MOST_OF_THE_PLATFORM)
                        .chain(() -> audit(sql, actor, change)))
                .call(() -> spread.roomInTime(WordTable.PLATFORM));
    }

    private Uni<Void> audit(Statements sql, Actor actor, Change change) {
        var act = new Audited(
                ids.next(),
                clock.instant(),
                actor.name(),
                Act.CHANGE_WORDS,
                Optional.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                change.words());
        return acts.add(sql, Optional.empty(), actor, act, Optional.empty());
    }

    private Uni<Void> change(Statements sql, RoomId list, Change change, int most) {
        return words.change(sql, list, change.add(), change.remove())
                .chain(() -> words.count(sql, list))
                .invoke(count -> {
                    if (count > most) {
                        throw new ChatRefusal.Unfitting(
                                "The list would hold " + count + " words; at most " + most + ".");
                    }
                })
                .chain(() -> unsent.addListChange(sql, list));
    }
}
