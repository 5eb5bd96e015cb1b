package dev.vitrine.platform.sql;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// The bounds of the outbox.
@ConfigMapping(prefix = "vitrine.outbox")
interface OutboxConfig {

    /// How long an answer waits for its events to leave. What has not left by then is left to the sweeper.
    @WithDefault("1500MS")
    Duration relayWait();

    /// How many events one sweep claims in one transaction.
    @WithDefault("100")
    int sweepBatch();

    /// How many transactions one sweep may take, so that a backlog cannot outlast the function's timeout.
    @WithDefault("20")
    int sweepRounds();

    /// How long one of these transactions may take.
    @WithDefault("20S")
    Duration sweepPatience();
}
