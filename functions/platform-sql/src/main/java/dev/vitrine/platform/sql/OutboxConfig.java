package dev.vitrine.platform.sql;

import dev.vitrine.platform.Setting;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// The bounds of the outbox.
@ConfigMapping(prefix = "vitrine.outbox")
interface OutboxConfig {

    /// How long an answer waits for its events to leave. What has not left by then is left to the sweeper.
    @WithDefault("1500MS")
    @WithConverter(Setting.Patience.class)
    Duration relayWait();

    /// How many events one sweep claims in one transaction.
    @WithDefault("100")
    @WithConverter(Setting.Count.class)
    int sweepBatch();

    /// How many transactions one sweep may take, so that a backlog cannot outlast the function's timeout.
    @WithDefault("20")
    @WithConverter(Setting.Count.class)
    int sweepRounds();

    /// How long one of these transactions may take.
    @WithDefault("20S")
    @WithConverter(Setting.Patience.class)
    Duration sweepPatience();
}
