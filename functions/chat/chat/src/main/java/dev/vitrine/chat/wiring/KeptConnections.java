package dev.vitrine.chat.wiring;

import dev.vitrine.chat.control.ChatConfig;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/// Has the JDK keep as many idle connections to one host as there are posts at once; untold it keeps five,
/// and every other post would open its own. It looks once, at the first request of all: hence at the start.
@ApplicationScoped
class KeptConnections {
    /// JDK, Networking Properties: idle connections kept alive per destination.
    private static final String PROPERTY = "http.maxConnections";

    void keep(@Observes StartupEvent start, ChatConfig config) {
        System.setProperty(PROPERTY, Integer.toString(config.posts()));
    }
}
