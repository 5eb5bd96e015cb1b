package dev.vitrine.platform.event;

import dev.vitrine.platform.Setting;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/// How events leave this function.
@ConfigMapping(prefix = "vitrine.event")
public interface EventConfig {

    /// The subscriptions of the registry, resolved to queues when the function is deployed. Environment:
    /// `VITRINE_EVENT_ROUTES`. Absent in a function that publishes nothing.
    /// Form: `{"":"<prefix>","<event type>":["<queue>",{"queueUrl":"<queue>","delaySeconds":30}]}`, where all
    /// addresses begin with the prefix; without one they are whole.
    Optional<String> routes();

    /// How long one queue may take to accept one event.
    @WithDefault("5S")
    @WithConverter(Setting.Patience.class)
    Duration sendTimeout();
}
