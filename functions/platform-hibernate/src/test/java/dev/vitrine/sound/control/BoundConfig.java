package dev.vitrine.sound.control;

import dev.vitrine.platform.Setting;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// Believes what is in bounds.
@ConfigMapping(prefix = "vitrine.sound")
interface BoundConfig {
    @WithDefault("1")
    @WithConverter(Setting.Count.class)
    int mostThings();

    @WithDefault("1")
    @WithConverter(Setting.Amount.class)
    long worth();

    @WithDefault("1S")
    @WithConverter(Setting.Patience.class)
    Duration patience();

    @WithDefault("P1D")
    @WithConverter(Setting.Period.class)
    Duration period();

    @WithDefault("0S")
    @WithConverter(Setting.PeriodOrNone.class)
    Duration rest();
}
