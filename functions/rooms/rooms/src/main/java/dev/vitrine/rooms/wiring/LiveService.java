package dev.vitrine.rooms.wiring;

import dev.vitrine.pipeline.MediaProvider;
import dev.vitrine.pipeline.StreamNotifications;
import dev.vitrine.pipeline.local.LocalControl;
import dev.vitrine.pipeline.local.LocalMediaProvider;
import dev.vitrine.pipeline.local.LocalStreamNotifications;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/// Makes the adapters of the chosen provider at their first use: a function that asks no provider needs none.
@ApplicationScoped
class LiveService {
    private static final String LOCAL = "local";

    @Produces
    @ApplicationScoped
    MediaProvider provider(ProviderConfig chosen, LocalLiveConfig local) {
        requireLocal(chosen);
        return new LocalMediaProvider(new LocalControl(local.requireUrl(), local.requireToken()));
    }

    @Produces
    @ApplicationScoped
    StreamNotifications notifications(ProviderConfig chosen) {
        requireLocal(chosen);
        return new LocalStreamNotifications();
    }

    private static void requireLocal(ProviderConfig chosen) {
        if (!LOCAL.equals(chosen.provider())) {
            throw new IllegalStateException(
                    "vitrine.media.provider (VITRINE_MEDIA_PROVIDER) must be " + LOCAL + ", is " + chosen.provider());
        }
    }
}
