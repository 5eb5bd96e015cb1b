package dev.vitrine.platform;

import dev.vitrine.model.Ids;
import io.quarkus.amazon.lambda.runtime.FunctionError;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.security.SecureRandom;
import java.time.InstantSource;

/// Time and chance as beans, so that tests can hand in their own.
///
/// Registered for native executables: what Quarkus's poll loop tells the runtime of a failed invocation. Jackson writes
/// it by reflection, and the extension does not register it; without it a failure is told as no answer at all.
@RegisterForReflection(targets = FunctionError.class)
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
