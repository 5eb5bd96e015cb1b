package dev.vitrine.local.catalog;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What must hold between functions: each queue and socket path triggers one; whoever is called by name can be, answers
/// before its caller gives up and never calls back; what all of them may open at once fits the database.
final class Relations {
    /// Connections that are left to migrations, audits and whoever looks after the database.
    static final int SPARE_CONNECTIONS = 10;

    private final Section root;
    private final Map<String, FunctionSpec> functions;

    Relations(Section root, Map<String, FunctionSpec> functions) {
        this.root = root;
        this.functions = functions;
    }

    void check(int connections) {
        queuesAreOwnedOnce();
        socketPathsAreOwnedOnce();
        invokedFunctionsAnswer();
        connectionsFit(connections);
    }

    private void queuesAreOwnedOnce() {
        var owners = new HashMap<String, String>();
        for (var function : functions.values()) {
            var queue = queueOf(function);
            if (queue.isPresent()) {
                var earlier = owners.putIfAbsent(queue.get(), function.name());
                if (earlier != null) {
                    trigger(function).problem("queue", "queue " + queue.get() + " already triggers " + earlier);
                }
            }
        }
    }

    private void socketPathsAreOwnedOnce() {
        var owners = new HashMap<String, String>();
        for (var function : functions.values()) {
            if (function.trigger() instanceof Trigger.WebSocket(var path)) {
                var earlier = owners.putIfAbsent(path, function.name());
                if (earlier != null) {
                    trigger(function).problem("webSocket", "path " + path + " already triggers " + earlier);
                }
            }
        }
    }

    private void invokedFunctionsAnswer() {
        for (var caller : functions.values()) {
            for (var name : caller.invokes()) {
                var callee = functions.get(name);
                if (callee == null) {
                    of(caller).problem("invokes", "no function '" + name + "'");
                } else if (!(callee.trigger() instanceof Trigger.Invoke)) {
                    of(caller).problem("invokes", name + " is not called by name: its trigger must be invoke");
                } else if (callee.timeout().compareTo(caller.timeout()) >= 0) {
                    of(caller)
                            .problem(
                                    "invokes",
                                    name + " may take " + callee.timeout().toSeconds() + " s, its caller "
                                            + caller.timeout().toSeconds()
                                            + ": the caller must outlast it to tell what became of it");
                }
            }
            circle(caller, caller, new LinkedHashSet<>())
                    .ifPresent(path -> of(caller).problem("invokes", "leads back to itself: " + path));
        }
    }

    /// The way from a function back to itself.
    private Optional<String> circle(FunctionSpec first, FunctionSpec at, Set<String> way) {
        if (!way.add(at.name())) {
            return Optional.empty();
        }
        for (var name : at.invokes()) {
            if (name.equals(first.name())) {
                return Optional.of(String.join(" -> ", way) + " -> " + name);
            }
            var next = functions.get(name);
            var found = next == null ? Optional.<String>empty() : circle(first, next, way);
            if (found.isPresent()) {
                return found;
            }
        }
        way.remove(at.name());
        return Optional.empty();
    }

    private void connectionsFit(int limit) {
        var wanted = functions.values().stream()
                .mapToInt(function -> function.concurrency() * function.connections())
                .sum();
        if (wanted > limit - SPARE_CONNECTIONS) {
            var of = functions.values().stream()
                    .filter(function -> function.connections() > 0)
                    .map(function -> function.name() + " " + function.concurrency() + " x " + function.connections())
                    .collect(Collectors.joining(", "));
            root.problem(
                    "database",
                    "its " + limit + " connections do not suffice: functions may open " + wanted + " at once and "
                            + SPARE_CONNECTIONS + " are kept for its care (" + of + ")");
        }
    }

    private Section of(FunctionSpec function) {
        return root.section("functions").section(function.name());
    }

    private Section trigger(FunctionSpec function) {
        return of(function).section("trigger");
    }

    private static Optional<String> queueOf(FunctionSpec function) {
        return switch (function.trigger()) {
            case Trigger.Queue queue -> Optional.of(queue.name());
            case Trigger.ObjectCreated _ -> Optional.of(QueueSpec.asyncName(function.name()));
            case Trigger.Http _ -> Optional.empty();
            case Trigger.WebSocket _ -> Optional.empty();
            case Trigger.Invoke _ -> Optional.empty();
            case Trigger.Timer _ -> Optional.empty();
        };
    }
}
