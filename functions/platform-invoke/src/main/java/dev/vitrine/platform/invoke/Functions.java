package dev.vitrine.platform.invoke;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;

/// The other functions of this deployment.
public interface Functions {
    /// Calls one by its name in the registry.
    ///
    /// @return what became of it; fails when the cloud itself cannot be reached, and then nothing is
    ///     known of the call
    Uni<Reply> call(String function, JsonNode question);
}
