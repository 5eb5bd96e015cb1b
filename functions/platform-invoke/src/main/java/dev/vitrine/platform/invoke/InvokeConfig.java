package dev.vitrine.platform.invoke;

import dev.vitrine.platform.Setting;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How functions are called.
@ConfigMapping(prefix = "vitrine.invoke")
interface InvokeConfig {

    /// How long an answer may take.
    @WithDefault("60S")
    @WithConverter(Setting.Patience.class)
    Duration patience();
}
