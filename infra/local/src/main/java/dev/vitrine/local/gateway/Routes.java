package dev.vitrine.local.gateway;

import dev.vitrine.local.catalog.Catalog;
import dev.vitrine.local.catalog.Trigger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Every route of every contract.
final class Routes {
    sealed interface Match {
        record Found(Route route, Map<String, String> parameters) implements Match {}

        record WrongMethod(String allowed) implements Match {}

        record None() implements Match {}
    }

    private final List<Route> routes;

    Routes(List<Route> routes) {
        this.routes = routes.stream()
                .sorted(Comparator.comparingLong(Route::parameters))
                .toList();
    }

    static List<Path> contracts(Catalog catalog) {
        return catalog.functions().values().stream()
                .flatMap(function ->
                        function.trigger() instanceof Trigger.Http http ? Stream.of(http.contract()) : Stream.empty())
                .toList();
    }

    /// @throws IllegalStateException if a contract cannot be used or two functions claim one route
    static Routes of(Catalog catalog) {
        var all = new ArrayList<Route>();
        var owners = new HashMap<String, String>();
        for (var function : catalog.functions().values()) {
            if (function.trigger() instanceof Trigger.Http http) {
                for (var route : Contract.read(http.contract(), function.name())) {
                    var earlier = owners.putIfAbsent(route.key(), function.name());
                    if (earlier != null) {
                        throw new IllegalStateException(
                                http.contract() + ": " + route.key() + " already belongs to " + earlier);
                    }
                    all.add(route);
                }
            }
        }
        return new Routes(all);
    }

    /// HEAD goes the way of GET (RFC 9110, 9.3.2).
    Match match(String method, String rawPath) {
        var wanted = method.equals("HEAD") ? "GET" : method;
        for (var route : routes) {
            if (route.method().equals(wanted)) {
                var parameters = route.match(rawPath);
                if (parameters.isPresent()) {
                    return new Match.Found(route, parameters.get());
                }
            }
        }
        var allowed = methodsAt(rawPath);
        return allowed.isEmpty() ? new Match.None() : new Match.WrongMethod(allowed);
    }

    /// The methods of a path, comma separated; empty if it has none.
    String methodsAt(String rawPath) {
        return routes.stream()
                .filter(route -> route.match(rawPath).isPresent())
                .map(Route::method)
                .flatMap(method -> method.equals("GET") ? Stream.of(method, "HEAD") : Stream.of(method))
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
