package dev.vitrine.local.catalog;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// One function: where its code is, what starts it, what it may cost and touch.
///
/// @param handler the name the artefact exports it under (`QUARKUS_FUNQY_EXPORT`)
/// @param concurrency how many processes of it may run at once
/// @param connections how many connections to the database each of them may open; 0 without a database
/// @param shown hears of every event that rooms show, those of later capabilities too
/// @param publishes types of events that it may send
/// @param invokes functions that it may call by name
public record FunctionSpec(
        String name,
        String artefact,
        String description,
        String handler,
        int memoryMb,
        Duration timeout,
        int concurrency,
        int connections,
        Trigger trigger,
        List<Subscription> subscribes,
        boolean shown,
        List<String> publishes,
        List<String> invokes,
        Set<Use> uses,
        Map<String, String> environment) {
    public FunctionSpec {
        subscribes = List.copyOf(subscribes);
        publishes = List.copyOf(publishes);
        invokes = List.copyOf(invokes);
        uses = Set.copyOf(uses);
        environment = Map.copyOf(environment);
    }
}
