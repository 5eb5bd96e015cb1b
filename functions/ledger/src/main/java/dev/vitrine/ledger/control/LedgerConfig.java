package dev.vitrine.ledger.control;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// The bounds of the ledger.
@ConfigMapping(prefix = "vitrine.ledger")
public interface LedgerConfig {

    /// Holds that one statement ends.
    @WithDefault("500")
    int holdBatch();

    /// Events that leave in one transaction.
    @WithDefault("100")
    int eventBatch();

    /// Batches of each kind in one run of `ledger-close`; the rest has its turn a minute later.
    @WithDefault("20")
    int closeRounds();

    /// How long one batch of events may take.
    @WithDefault("PT20S")
    Duration relayPatience();

    /// How often the chains are sealed.
    @WithDefault("PT1H")
    Duration sealEvery();

    /// Heads that one seal covers.
    @WithDefault("100000")
    int sealLines();

    @WithDefault("PT20S")
    Duration sealPatience();

    /// Entries that one step of a whole verification walks.
    @WithDefault("20000")
    int verifyPage();

    /// How long one question of a verification may take.
    @WithDefault("PT20S")
    Duration verifyPatience();
}
