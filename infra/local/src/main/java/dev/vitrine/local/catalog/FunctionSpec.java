package dev.vitrine.local.catalog;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// One function: where its code is, what starts it, what it may cost and touch.
///
/// @param handler the name the artefact exports it under (`QUARKUS_FUNQY_EXPORT`)
/// @param concurrency how many processes of it may run at once
public record FunctionSpec(
        String name,
        String artefact,
        String description,
        String handler,
        int memoryMb,
        Duration timeout,
        int concurrency,
        Trigger trigger,
        List<Subscription> subscribes,
        Set<Use> uses,
        Map<String, String> environment) {
    public FunctionSpec {
        subscribes = List.copyOf(subscribes);
        uses = Set.copyOf(uses);
        environment = Map.copyOf(environment);
    }
}
