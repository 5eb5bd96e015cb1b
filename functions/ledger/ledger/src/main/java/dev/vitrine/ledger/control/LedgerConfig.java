package dev.vitrine.ledger.control;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.ZoneId;

/// The bounds of the ledger.
@ConfigMapping(prefix = "vitrine.ledger")
public interface LedgerConfig {

    /// Where the house's days begin: those of settlements and statements.
    @WithDefault("Asia/Shanghai")
    ZoneId zone();

    /// How long income waits before it can be withdrawn.
    @WithDefault("P7D")
    Duration holdingPeriod();

    /// Streamers of one page of a settlement: at most so many are looked at again after a crash.
    @WithDefault("500")
    int settlePage();

    /// Streamers that are settled at once; as many connections.
    @WithDefault("2")
    int settleConcurrency();

    /// How long one streamer's settlement may take.
    @WithDefault("PT20S")
    Duration settleOnePatience();

    /// How long one run begins new pages; the next run goes on. Below the function's timeout by a page.
    @WithDefault("PT10M")
    Duration settlePatience();

    /// How long one statement may take.
    @WithDefault("PT20S")
    Duration statementPatience();

    /// Holds that one statement ends.
    @WithDefault("500")
    int holdBatch();

    /// Batches of holds, or seals, in one run; the rest has its turn a minute later.
    @WithDefault("20")
    int rounds();

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
