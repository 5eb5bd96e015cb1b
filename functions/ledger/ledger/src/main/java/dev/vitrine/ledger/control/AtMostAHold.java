package dev.vitrine.ledger.control;

import dev.vitrine.ledger.transfers.entity.Hold;
import dev.vitrine.platform.Setting;
import java.time.Duration;

/// As long as a hold may live: coins that wait for a decision are held.
public final class AtMostAHold extends Setting.Span {
    public AtMostAHold() {
        super(Duration.ofSeconds(1), Hold.LONGEST);
    }
}
