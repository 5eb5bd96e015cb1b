package dev.vitrine.local.catalog;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Every function of the house and what triggers it.
///
/// @param folder of the functions; contracts are named relative to it
/// @param roles what a token may say of a person, and what that lets them do
/// @param connections how many the database takes
/// @param events every type that a capability declares
public record Catalog(
        Path folder,
        Map<String, String> roles,
        int connections,
        Map<String, ArtefactSpec> artefacts,
        Map<String, FunctionSpec> functions,
        List<EventDeclaration> events) {
    public Catalog {
        roles = Collections.unmodifiableMap(new LinkedHashMap<>(roles));
        artefacts = Collections.unmodifiableMap(new LinkedHashMap<>(artefacts));
        functions = Collections.unmodifiableMap(new LinkedHashMap<>(functions));
        events = List.copyOf(events);
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

    /// @throws IllegalArgumentException if there is no such artefact
    public ArtefactSpec artefact(String name) {
        var artefact = artefacts.get(name);
        if (artefact == null) {
            throw new IllegalArgumentException("catalog.yaml has no artefact " + name);
        }
        return artefact;
    }

    /// Where an artefact is built, and where an archive keeps its package and migrations.
    public Path folderOf(String artefact) {
        return artefact(artefact).folder(folder);
    }

    /// Every bucket that must exist.
    public Set<String> buckets() {
        return artefacts.values().stream()
                .flatMap(artefact -> artefact.buckets().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /// Keys of the media bucket that begin so are anyone's to read.
    public List<String> publicPrefixes() {
        return artefacts.values().stream()
                .flatMap(artefact -> artefact.publicPrefixes().stream())
                .distinct()
                .toList();
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

    /// Where each type goes that a function publishes; one that nobody hears of goes nowhere.
    public Map<String, List<EventRoute>> eventRoutes(FunctionSpec function) {
        var routes = new LinkedHashMap<String, List<EventRoute>>();
        function.publishes().forEach(type -> routes.put(type, eventRoutes(type)));
        return routes;
    }

    /// Whether an artefact tells rooms what others did.
    public boolean showsRoomItems(String artefact) {
        return functions.values().stream()
                .anyMatch(function -> function.shown() && function.artefact().equals(artefact));
    }

    /// The queues that take a type of event.
    public List<EventRoute> eventRoutes(String type) {
        var routes = new ArrayList<EventRoute>();
        for (var function : functions.values()) {
            if (function.trigger() instanceof Trigger.Queue queue) {
                function.subscribes().stream()
                        .filter(subscription -> subscription.event().equals(type))
                        .forEach(subscription -> routes.add(new EventRoute(queue.name(), subscription.delay())));
            }
        }
        return List.copyOf(routes);
    }
}
