package dev.vitrine.local.catalog;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// One function of the file.
final class FunctionReader {
    /// Lambda's own bounds, as documented in "Lambda quotas".
    static final int MIN_MEMORY_MB = 128;

    static final int MAX_MEMORY_MB = 10_240;
    static final int MAX_TIMEOUT_SECONDS = 900;
    /// One machine: more processes of one function than this is a mistake in the file.
    static final int MAX_CONCURRENCY = 100;

    private static final Pattern ANY = Pattern.compile("(?s).{1,500}");

    private final Map<String, ArtefactSpec> artefacts;
    private final TriggerReader triggers;
    private final EventsReader events;

    FunctionReader(Path folder, Map<String, ArtefactSpec> artefacts, EventDeclarations declarations) {
        this.artefacts = artefacts;
        this.triggers = new TriggerReader(folder, artefacts);
        this.events = new EventsReader(declarations);
    }

    Optional<FunctionSpec> read(String name, Section function) {
        function.allow(
                "artefact",
                "description",
                "handler",
                "memoryMb",
                "timeoutSeconds",
                "concurrency",
                "connections",
                "trigger",
                "subscribes",
                "publishes",
                "invokes",
                "uses",
                "environment");
        var artefact = artefact(function);
        var description = function.text("description", ANY, "must be 1 to 500 characters");
        var handler = function.optionalText("handler", CatalogReader.NAME, CatalogReader.NAME_RULE)
                .orElse(name);
        var memoryMb = function.integer("memoryMb", MIN_MEMORY_MB, MAX_MEMORY_MB);
        var timeout = Duration.ofSeconds(function.integer("timeoutSeconds", 1, MAX_TIMEOUT_SECONDS));
        var concurrency = function.integer("concurrency", 1, MAX_CONCURRENCY);
        var trigger = triggers.read(function, timeout);
        var subscribes = events.subscribes(function, trigger);
        var shown = function.sections("subscribes").stream().anyMatch(subscription -> subscription.has("shown"));
        var publishes = events.publishes(function, artefact);
        var invokes = function.texts("invokes", CatalogReader.NAME, CatalogReader.NAME_RULE);
        var uses = uses(function, artefact);
        var connections = connections(function, artefact, uses);
        var environment = environment(function);
        return trigger.map(t -> new FunctionSpec(
                name,
                artefact.map(ArtefactSpec::name).orElse(""),
                description,
                handler,
                memoryMb,
                timeout,
                concurrency,
                connections,
                t,
                subscribes,
                shown,
                publishes,
                invokes,
                uses,
                environment));
    }

    private Optional<ArtefactSpec> artefact(Section function) {
        var name = function.text("artefact", ANY, "must be the name of an artefact");
        if (function.has("artefact") && !artefacts.containsKey(name)) {
            function.problem("artefact", "no artefact '" + name + "'; known: " + artefacts.keySet());
        }
        return Optional.ofNullable(artefacts.get(name));
    }

    private static Set<Use> uses(Section function, Optional<ArtefactSpec> artefact) {
        var uses = EnumSet.noneOf(Use.class);
        var words = Use.words();
        var known = Pattern.compile(words.replace(", ", "|"));
        for (var word : function.texts("uses", known, "is not one of " + words)) {
            uses.add(Use.valueOf(word.toUpperCase(Locale.ROOT)));
        }
        artefact.ifPresent(spec -> {
            if (uses.contains(Use.DATABASE) && spec.schema().isEmpty()) {
                function.problem("uses", "database needs artefacts." + spec.name() + ".schema");
            }
            if (uses.contains(Use.OBJECTS) && spec.buckets().isEmpty()) {
                function.problem("uses", "objects needs artefacts." + spec.name() + ".buckets");
            }
        });
        return uses;
    }

    private static int connections(Section function, Optional<ArtefactSpec> artefact, Set<Use> uses) {
        var usual = artefact.map(ArtefactSpec::connections).orElse(ArtefactReader.DEFAULT_CONNECTIONS);
        var own = function.optionalInteger("connections", 1, ArtefactReader.MAX_CONNECTIONS, usual);
        if (uses.contains(Use.DATABASE)) {
            return own;
        }
        if (function.has("connections")) {
            function.problem("connections", "needs uses: [database]");
        }
        return 0;
    }

    private static Map<String, String> environment(Section function) {
        var environment = new LinkedHashMap<String, String>();
        if (function.has("environment")) {
            var section = function.section("environment");
            for (var variable : Variables.named(section)) {
                environment.put(variable, section.text(variable, ANY, "must be 1 to 500 characters"));
            }
        }
        return environment;
    }
}
