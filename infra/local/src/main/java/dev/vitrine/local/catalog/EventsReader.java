package dev.vitrine.local.catalog;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a function hears of and what it tells.
final class EventsReader {
    static final int MAX_DELAY_SECONDS = 900;

    private static final Pattern EVENT = Pattern.compile("[a-z][a-z0-9-]*(\\.[a-z0-9-]+)+\\.v[1-9][0-9]*");
    private static final String EVENT_RULE = "must be an event type such as dev.vitrine.room.went-live.v1";

    private final EventDeclarations declarations;

    EventsReader(EventDeclarations declarations) {
        this.declarations = declarations;
    }

    /// A type that is named counts more than the same type among those that rooms show.
    List<Subscription> subscribes(Section function, Optional<Trigger> trigger) {
        var named = new LinkedHashMap<String, Subscription>();
        var shown = new LinkedHashMap<String, Subscription>();
        for (var section : function.sections("subscribes")) {
            section.allow("event", "shown", "delaySeconds");
            var delay = Duration.ofSeconds(section.optionalInteger("delaySeconds", 0, MAX_DELAY_SECONDS, 0));
            if (section.has("shown") && section.has("event")) {
                section.problem("shown", "stands for every type that rooms show: name no event beside it");
            } else if (section.has("shown")) {
                section.flag("shown");
                declarations.all().stream()
                        .filter(EventDeclaration::shown)
                        .forEach(event -> shown.put(event.type(), new Subscription(event.type(), delay)));
            } else {
                var event = section.text("event", EVENT, EVENT_RULE);
                declared(section, event);
                if (named.put(event, new Subscription(event, delay)) != null) {
                    section.problem("event", event + " appears twice");
                }
            }
        }
        if (function.has("subscribes") && trigger.isPresent() && !(trigger.get() instanceof Trigger.Queue)) {
            function.problem("subscribes", "needs a queue trigger: events travel by queue");
        }
        shown.forEach(named::putIfAbsent);
        return List.copyOf(named.values());
    }

    /// Facts are told by the capability that declares them.
    List<String> publishes(Section function, Optional<ArtefactSpec> artefact) {
        var types = function.texts("publishes", EVENT, EVENT_RULE);
        for (var type : types) {
            var owner = declarations.of(type).map(EventDeclaration::capability);
            var own = artefact.map(ArtefactSpec::capability);
            if (owner.isEmpty()) {
                undeclared(function, "publishes", type);
            } else if (own.isPresent() && !own.equals(owner)) {
                function.problem("publishes", type + " is told by " + owner.get() + ", which declares it");
            }
        }
        return types;
    }

    private void declared(Section section, String type) {
        if (!type.isEmpty() && declarations.of(type).isEmpty()) {
            undeclared(section, "event", type);
        }
    }

    /// A folder of functions without any declaration (a test's) declares nothing wrong.
    private void undeclared(Section section, String key, String type) {
        if (!declarations.all().isEmpty()) {
            section.problem(key, "no capability declares " + type + " (functions/<capability>/events)");
        }
    }
}
