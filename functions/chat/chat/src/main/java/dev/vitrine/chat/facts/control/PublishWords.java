package dev.vitrine.chat.facts.control;

import dev.vitrine.chat.facts.store.RoomFacts;
import dev.vitrine.chat.filter.entity.Listed;
import dev.vitrine.chat.filter.store.CompiledLists;
import dev.vitrine.chat.filter.store.WordTable;
import dev.vitrine.model.RoomId;
import dev.vitrine.platform.sql.Statements;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// Compiles a list as it is now and stores it under its version; for the platform's, says that there is a
/// new one. A room's version is told with its facts.
@ApplicationScoped
class PublishWords {
    private final WordTable words;
    private final CompiledLists lists;
    private final RoomFacts facts;

    PublishWords(WordTable words, CompiledLists lists, RoomFacts facts) {
        this.words = words;
        this.lists = lists;
        this.facts = facts;
    }

    Uni<Void> run(Statements sql, RoomId list) {
        return words.version(sql, list)
                .chain(version -> words.all(sql, list).map(all -> new Version(version, all)))
                .call(version -> lists.store(list, version.number(), version.words()))
                .call(version -> list.equals(WordTable.PLATFORM)
                        ? facts.platformWords(version.number())
                        : Uni.createFrom().voidItem())
                .replaceWithVoid();
    }

    private record Version(long number, List<Listed> words) {}
}
