package dev.vitrine.ledger.control;

import dev.vitrine.event.EventData;
import dev.vitrine.model.Ids;
import dev.vitrine.platform.event.CloudEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;

/// What the ledger tells others, in its envelope.
@ApplicationScoped
public class LedgerEvents {
    private static final String SOURCE = "/ledger";

    private final Ids ids;
    private final InstantSource clock;

    public LedgerEvents(Ids ids, InstantSource clock) {
        this.ids = ids;
        this.clock = clock;
    }

    /// @param subject what it is about: the id of a top-up, a withdrawal, a verification
    public CloudEvent of(Object subject, EventData data) {
        return CloudEvent.of(ids.next(), SOURCE, subject.toString(), clock.instant(), data);
    }
}
