package dev.vitrine.platform.event;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/// How events leave this function.
@ConfigMapping(prefix = "vitrine.event")
public interface EventConfig {

    /// The subscriptions of the registry, resolved to queues when the function is deployed. Environment:
    /// `VITRINE_EVENT_ROUTES`. Absent in a function that publishes nothing.
    /// Form: `{"":"<what all addresses begin with>","<event type>":["<queue>",{"queueUrl":"<queue>","delaySeconds":30}]}`;
    /// without the first, addresses are whole.
    Optional<String> routes();

    /// How long one queue may take to accept one event.
    @WithDefault("5S")
    Duration sendTimeout();
}
