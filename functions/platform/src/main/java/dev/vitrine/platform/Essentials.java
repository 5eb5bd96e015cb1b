package dev.vitrine.platform;

import dev.vitrine.model.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.security.SecureRandom;
import java.time.InstantSource;

/// Time and chance as beans, so that tests can hand in their own.
@ApplicationScoped
class Essentials {

    @Produces
    @ApplicationScoped
    InstantSource clock() {
        return InstantSource.system();
    }

    /// A factory per injection point: identifiers hold no state but their sources.
    @Produces
    Ids ids(InstantSource clock) {
        return new Ids(clock, new SecureRandom());
    }
}
