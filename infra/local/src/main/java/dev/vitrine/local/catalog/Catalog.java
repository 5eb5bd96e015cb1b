package dev.vitrine.local.catalog;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Every function of the house and what triggers it.
///
/// @param folder of the functions; contracts are named relative to it
public record Catalog(Path folder, Map<String, ArtefactSpec> artefacts, Map<String, FunctionSpec> functions) {
    public Catalog {
        artefacts = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(artefacts));
        functions = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(functions));
    }

    /// Reads and validates.
    ///
    /// @throws InvalidCatalog with one line per problem
    public static Catalog read(Path file) {
        return read(file, file.toAbsolutePath().getParent());
    }

    /// The same for a registry that lies elsewhere than the functions.
    ///
    /// @param functions the folder that contracts are named relative to
    public static Catalog read(Path file, Path functions) {
        return new CatalogReader(file, functions).read();
    }

    /// @throws IllegalArgumentException if there is no such function
    public FunctionSpec function(String name) {
        var function = functions.get(name);
        if (function == null) {
            throw new IllegalArgumentException("catalog.yaml has no function " + name);
        }
        return function;
    }

    /// Every queue that must exist (not the dead-letter queues, which each spec names).
    public List<QueueSpec> queues() {
        var queues = new ArrayList<QueueSpec>();
        for (var function : functions.values()) {
            switch (function.trigger()) {
                case Trigger.Queue queue -> queues.add(QueueSpec.of(function, queue));
                case Trigger.ObjectCreated objects -> queues.add(QueueSpec.async(function, objects));
                case Trigger.Http _ -> {}
                case Trigger.WebSocket _ -> {}
                case Trigger.Invoke _ -> {}
                case Trigger.Timer _ -> {}
            }
        }
        return List.copyOf(queues);
    }

    /// Where each type of event goes: event type to the queues that take it.
    public Map<String, List<EventRoute>> eventRoutes() {
        var routes = new LinkedHashMap<String, List<EventRoute>>();
        for (var function : functions.values()) {
            if (function.trigger() instanceof Trigger.Queue queue) {
                for (var subscription : function.subscribes()) {
                    routes.computeIfAbsent(subscription.event(), _ -> new ArrayList<>())
                            .add(new EventRoute(queue.name(), subscription.delay()));
                }
            }
        }
        return routes;
    }
}
