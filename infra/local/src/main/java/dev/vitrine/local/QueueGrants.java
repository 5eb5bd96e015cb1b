package dev.vitrine.local;

import dev.vitrine.local.catalog.Catalog;
import dev.vitrine.local.catalog.EventRoute;
import dev.vitrine.local.catalog.FunctionSpec;
import dev.vitrine.local.identity.Identities;
import dev.vitrine.local.store.QueueAccess;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// A function may send to the queues that take what it publishes, and to no others. It receives
/// nothing: the local cloud takes from queues and calls.
final class QueueGrants implements QueueAccess {
    private final Map<String, Grant> byAccessKey = new HashMap<>();

    QueueGrants(Catalog catalog, Identities identities) {
        for (var function : catalog.functions().values()) {
            var own = identities.of(function);
            byAccessKey.put(own.accessKey(), new Grant(own.secretKey(), queues(catalog, function)));
        }
    }

    @Override
    public Optional<Grant> of(String accessKey) {
        return Optional.ofNullable(byAccessKey.get(accessKey));
    }

    private static Set<String> queues(Catalog catalog, FunctionSpec function) {
        var queues = catalog.eventRoutes(function).values().stream()
                .flatMap(List::stream)
                .map(EventRoute::queue)
                .collect(Collectors.toSet());
        if (EventWitness.isWanted() && !function.publishes().isEmpty()) {
            queues.add(EventWitness.QUEUE);
        }
        return Set.copyOf(queues);
    }
}
