package dev.vitrine.ledger.control;

import dev.vitrine.platform.Setting;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
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
    @WithConverter(Setting.PeriodOrNone.class)
    Duration holdingPeriod();

    /// Streamers of one page of a settlement: at most so many are looked at again after a crash.
    @WithDefault("500")
    @WithConverter(Setting.Count.class)
    int settlePage();

    /// Streamers that are settled at once; as many connections.
    @WithDefault("2")
    @WithConverter(Setting.Count.class)
    int settleConcurrency();

    /// How long one streamer's settlement may take.
    @WithDefault("PT20S")
    @WithConverter(Setting.Patience.class)
    Duration settleOnePatience();

    /// How long one run begins new pages; the next run goes on. Below the function's timeout by a page.
    @WithDefault("PT10M")
    @WithConverter(Setting.Patience.class)
    Duration settlePatience();

    /// How long one statement may take.
    @WithDefault("PT20S")
    @WithConverter(Setting.Patience.class)
    Duration statementPatience();

    /// Holds that one statement ends.
    @WithDefault("500")
    @WithConverter(Setting.Count.class)
    int holdBatch();

    /// Batches of holds, or seals, in one run; the rest has its turn a minute later.
    @WithDefault("20")
    @WithConverter(Setting.Count.class)
    int rounds();

    /// Heads that one seal covers.
    @WithDefault("100000")
    @WithConverter(Setting.Count.class)
    int sealLines();

    @WithDefault("PT20S")
    @WithConverter(Setting.Patience.class)
    Duration sealPatience();

    /// Entries that one step of a whole verification walks.
    @WithDefault("20000")
    @WithConverter(Setting.Count.class)
    int verifyPage();

    /// How long one question of a verification may take.
    @WithDefault("PT20S")
    @WithConverter(Setting.Patience.class)
    Duration verifyPatience();
}
