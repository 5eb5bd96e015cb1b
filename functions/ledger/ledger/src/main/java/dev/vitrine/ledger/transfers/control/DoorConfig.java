package dev.vitrine.ledger.transfers.control;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;
import java.util.Set;

/// What `ledger-post` allows beyond what every capability may.
@ConfigMapping(prefix = "vitrine.ledger.post")
public interface DoorConfig {

    /// Capabilities that take payments from providers or make them: they may move what is cleared, which may be
    /// overdrawn. None unless a deployment says so. Environment: `VITRINE_LEDGER_POST_PAYING`, with commas between.
    Optional<Set<String>> paying();
}
