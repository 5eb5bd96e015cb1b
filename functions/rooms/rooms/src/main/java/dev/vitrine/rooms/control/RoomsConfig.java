package dev.vitrine.rooms.control;

import dev.vitrine.platform.Setting;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// The bounds of rooms.
@ConfigMapping(prefix = "vitrine.rooms")
public interface RoomsConfig {

    /// How many rooms one reconciliation looks at; the rest has its turn a minute later.
    @WithDefault("500")
    @WithConverter(Setting.Count.class)
    int healBatch();

    /// How long a state must have lasted before a reconciliation doubts it: a notification needs time to come.
    @WithDefault("15S")
    @WithConverter(Setting.Period.class)
    Duration healSettling();

    /// When an interrupted show ends even if its event never came back: well above the delay in the registry.
    @WithDefault("2M")
    @WithConverter(Setting.Period.class)
    Duration interruptionLimit();

    /// How long after its end a show without a replay is looked after.
    @WithDefault("24H")
    @WithConverter(Setting.Period.class)
    Duration replayPatience();
}
