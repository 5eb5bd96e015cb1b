package dev.vitrine.local.catalog;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
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

    static final int MAX_DELAY_SECONDS = 900;

    private static final Pattern ANY = Pattern.compile("(?s).{1,500}");
    private static final Pattern EVENT = Pattern.compile("[a-z][a-z0-9-]*(\\.[a-z0-9-]+)+\\.v[1-9][0-9]*");
    private static final Pattern VARIABLE = Pattern.compile("[A-Z][A-Z0-9_]*");
    private static final Pattern RESERVED =
            Pattern.compile("_.*|AWS_.*|LAMBDA_.*|QUARKUS_FUNQY_EXPORT|PATH|JAVA_HOME|LD_LIBRARY_PATH|TZ");

    private final Map<String, ArtefactSpec> artefacts;
    private final TriggerReader triggers;

    FunctionReader(Path folder, Map<String, ArtefactSpec> artefacts) {
        this.artefacts = artefacts;
        this.triggers = new TriggerReader(folder);
    }

    Optional<FunctionSpec> read(String name, Section function) {
        function.allow(
                "artefact",
                "description",
                "handler",
                "memoryMb",
                "timeoutSeconds",
                "concurrency",
                "trigger",
                "subscribes",
                "uses",
                "environment");
        var artefact = function.text("artefact", ANY, "must be the name of an artefact");
        if (function.has("artefact") && !artefacts.containsKey(artefact)) {
            function.problem("artefact", "no artefact '" + artefact + "'; known: " + artefacts.keySet());
        }
        var description = function.text("description", ANY, "must be 1 to 500 characters");
        var handler = function.optionalText("handler", CatalogReader.NAME, CatalogReader.NAME_RULE)
                .orElse(name);
        var memoryMb = function.integer("memoryMb", MIN_MEMORY_MB, MAX_MEMORY_MB);
        var timeout = Duration.ofSeconds(function.integer("timeoutSeconds", 1, MAX_TIMEOUT_SECONDS));
        var concurrency = function.integer("concurrency", 1, MAX_CONCURRENCY);
        var trigger = triggers.read(function, timeout);
        var subscribes = subscribes(function, trigger);
        var uses = uses(function, artefact);
        var environment = environment(function);
        return trigger.map(t -> new FunctionSpec(
                name,
                artefact,
                description,
                handler,
                memoryMb,
                timeout,
                concurrency,
                t,
                subscribes,
                uses,
                environment));
    }

    private static List<Subscription> subscribes(Section function, Optional<Trigger> trigger) {
        var subscriptions = new ArrayList<Subscription>();
        for (var section : function.sections("subscribes")) {
            section.allow("event", "delaySeconds");
            subscriptions.add(new Subscription(
                    section.text("event", EVENT, "must be an event type such as dev.vitrine.room.went-live.v1"),
                    Duration.ofSeconds(section.optionalInteger("delaySeconds", 0, MAX_DELAY_SECONDS, 0))));
        }
        if (!subscriptions.isEmpty() && trigger.isPresent() && !(trigger.get() instanceof Trigger.Queue)) {
            function.problem("subscribes", "needs a queue trigger: events travel by queue");
        }
        return subscriptions;
    }

    private Set<Use> uses(Section function, String artefact) {
        var uses = EnumSet.noneOf(Use.class);
        for (var word : function.texts("uses")) {
            try {
                uses.add(Use.valueOf(word.toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException unknown) {
                function.problem(
                        "uses", "'" + word + "' is not one of database, events, objects, live, hot, sockets, payments");
            }
        }
        var spec = artefacts.get(artefact);
        if (uses.contains(Use.DATABASE) && spec != null && spec.schema().isEmpty()) {
            function.problem("uses", "database needs artefacts." + artefact + ".schema");
        }
        return uses;
    }

    private static Map<String, String> environment(Section function) {
        var environment = new LinkedHashMap<String, String>();
        if (function.has("environment")) {
            var section = function.section("environment");
            for (var variable : section.keys()) {
                if (!VARIABLE.matcher(variable).matches()) {
                    section.problem(variable, "must be an upper-case variable name");
                } else if (RESERVED.matcher(variable).matches()) {
                    section.problem(variable, "is set by the runtime");
                } else {
                    environment.put(variable, section.text(variable, ANY, "must be 1 to 500 characters"));
                }
            }
        }
        return environment;
    }
}
