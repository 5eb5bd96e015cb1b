package dev.vitrine.local.catalog;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The trigger of a function: exactly one of the six kinds.
final class TriggerReader {
    /// One SQS receive brings at most ten; more needs a window, as on AWS.
    static final int MAX_BATCH_WITHOUT_WINDOW = 10;

    static final int MAX_BATCH = 100;
    static final int MAX_WINDOW_MILLIS = 300_000;
    static final int MAX_VISIBILITY_SECONDS = 43_200;
    static final int MAX_RECEIVES = 1_000;
    static final int DEFAULT_RECEIVES = 5;

    private static final String[] KINDS = {"http", "webSocket", "invoke", "queue", "objectCreated", "schedule"};
    private static final Pattern API_PATH = Pattern.compile("/v1(/[a-z0-9]+(-[a-z0-9]+)*){1,8}");
    private static final Pattern QUEUE = Pattern.compile("[A-Za-z0-9_-]{1,76}");
    private static final Pattern KEY_PART = Pattern.compile(".{0,1024}");
    private static final Pattern FILE = Pattern.compile("[A-Za-z0-9._/-]{1,200}");

    private final Path folder;
    private final Map<String, ArtefactSpec> artefacts;

    TriggerReader(Path folder, Map<String, ArtefactSpec> artefacts) {
        this.folder = folder;
        this.artefacts = artefacts;
    }

    Optional<Trigger> read(Section function, Duration timeout) {
        var trigger = function.section("trigger").allow(KINDS);
        if (trigger.keys().size() != 1) {
            if (function.has("trigger")) {
                function.problem("trigger", "must name exactly one of " + String.join(", ", KINDS));
            }
            return Optional.empty();
        }
        return switch (trigger.keys().iterator().next()) {
            case "http" -> Optional.of(http(trigger.section("http")));
            case "invoke" -> {
                trigger.section("invoke").allow();
                yield Optional.of(new Trigger.Invoke());
            }
            case "queue" -> Optional.of(queue(trigger.section("queue"), timeout));
            case "objectCreated" -> Optional.of(objectCreated(trigger.section("objectCreated")));
            case "webSocket" -> Optional.of(webSocket(trigger.section("webSocket")));
            case "schedule" -> timer(trigger);
            default -> Optional.empty();
        };
    }

    private Trigger http(Section http) {
        http.allow("contract");
        var name = http.text("contract", FILE, "must be a path below the catalog's folder");
        var contract = folder.resolve(name).normalize();
        if (!name.isEmpty() && (!contract.startsWith(folder) || !Files.isRegularFile(contract))) {
            http.problem("contract", "no file " + contract);
        }
        return new Trigger.Http(contract);
    }

    private static Trigger webSocket(Section webSocket) {
        webSocket.allow("path");
        return new Trigger.WebSocket(
                webSocket.text("path", API_PATH, "must be a path below /v1 of lower-case words, such as /v1/sockets"));
    }

    private static Trigger queue(Section queue, Duration timeout) {
        queue.allow("name", "batchSize", "windowMillis", "visibilitySeconds", "maxReceives");
        var name = queue.text("name", QUEUE, "must be 1 to 76 letters, digits, '-' or '_'");
        var batchSize = queue.integer("batchSize", 1, MAX_BATCH);
        var windowMillis = queue.integer("windowMillis", 0, MAX_WINDOW_MILLIS);
        var visibilitySeconds = queue.integer("visibilitySeconds", 1, MAX_VISIBILITY_SECONDS);
        var maxReceives = queue.integer("maxReceives", 1, MAX_RECEIVES);
        if (batchSize > MAX_BATCH_WITHOUT_WINDOW && windowMillis == 0) {
            queue.problem("batchSize", "more than " + MAX_BATCH_WITHOUT_WINDOW + " needs a windowMillis above 0");
        }
        if (queue.has("visibilitySeconds") && visibilitySeconds < timeout.toSeconds()) {
            queue.problem("visibilitySeconds", "must not be below the function's timeoutSeconds");
        }
        return new Trigger.Queue(
                name, batchSize, Duration.ofMillis(windowMillis), Duration.ofSeconds(visibilitySeconds), maxReceives);
    }

    private Trigger objectCreated(Section objects) {
        objects.allow("bucket", "prefix", "suffix", "maxReceives");
        var bucket = objects.text("bucket", ArtefactReader.BUCKET, ArtefactReader.BUCKET_RULE);
        if (!bucket.isEmpty()
                && artefacts.values().stream()
                        .noneMatch(artefact -> artefact.buckets().contains(bucket))) {
            objects.problem("bucket", "no artefact has '" + bucket + "' among its buckets");
        }
        return new Trigger.ObjectCreated(
                bucket,
                objects.optionalText("prefix", KEY_PART, "must be at most 1,024 characters")
                        .orElse(""),
                objects.optionalText("suffix", KEY_PART, "must be at most 1,024 characters")
                        .orElse(""),
                objects.optionalInteger("maxReceives", 1, MAX_RECEIVES, DEFAULT_RECEIVES));
    }

    private static Optional<Trigger> timer(Section trigger) {
        var text = trigger.text("schedule", KEY_PART, "must be rate(...) or cron(...)");
        try {
            return Optional.of(new Trigger.Timer(Schedule.parse(text)));
        } catch (IllegalArgumentException e) {
            trigger.problem("schedule", e.getMessage());
            return Optional.empty();
        }
    }
}
