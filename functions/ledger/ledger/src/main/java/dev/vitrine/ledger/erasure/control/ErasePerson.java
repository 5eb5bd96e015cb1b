package dev.vitrine.ledger.erasure.control;

import dev.vitrine.ledger.control.LedgerEvents;
import dev.vitrine.ledger.erasure.store.Names;
import dev.vitrine.ledger.event.PersonErased;
import dev.vitrine.ledger.rankings.control.RankGifts;
import dev.vitrine.platform.event.EventBus;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/// Takes a person's name out of the ledger, and answers. The database first: a ranking that is filled
/// meanwhile has no name.
@ApplicationScoped
public class ErasePerson {
    private final Names names;
    private final RankGifts rankings;
    private final LedgerEvents events;
    private final EventBus bus;

    public ErasePerson(Names names, RankGifts rankings, LedgerEvents events, EventBus bus) {
        this.names = names;
        this.rankings = rankings;
        this.events = events;
        this.bus = bus;
    }

    public Uni<Void> run(UUID request, String subject) {
        return names.erase(subject)
                .chain(named -> Multi.createFrom()
                        .iterable(named)
                        .onItem()
                        .transformToUniAndConcatenate(ranking -> unname(ranking, subject))
                        .collect()
                        .asList())
                .chain(() -> bus.publish(events.of(request, new PersonErased(request))));
    }

    private Uni<Void> unname(Names.Ranking ranking, String subject) {
        return switch (ranking) {
            case Names.Ranking.OfRoom(var room, var viewer) -> rankings.unname(room, viewer);
            case Names.Ranking.OfDay(var day) -> rankings.unname(day, subject);
        };
    }
}
