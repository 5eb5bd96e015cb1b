package dev.vitrine.local.training;

import dev.vitrine.local.catalog.Catalog;
import dev.vitrine.local.catalog.FunctionSpec;
import dev.vitrine.local.runtime.AotCache;
import dev.vitrine.local.runtime.Artefacts;
import dev.vitrine.local.runtime.FunctionRuntime;
import dev.vitrine.local.runtime.InvocationResult;
import dev.vitrine.local.runtime.RuntimeObserver;
import dev.vitrine.local.runtime.RuntimeSettings;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Makes the AOT cache of an artefact: its first function in the registry that has samples answers them over and
/// over, is told to stop, and its JVM writes the cache on its way out.
public final class Training {
    /// Enough for every path of a sample to be linked and profiled.
    static final int INVOCATIONS = 100;
    /// The JVM writes the cache after TERM with a second JVM: some 15 s on two cores, several times that when busy.
    static final Duration WRITE_BOUND = Duration.ofMinutes(5);

    static final Duration INIT_BOUND = Duration.ofMinutes(1);

    private final Catalog catalog;
    private final Artefacts artefacts;
    private final Function<FunctionSpec, Map<String, String>> house;
    private final Path scratch;
    private final RuntimeObserver observer;

    /// @param house addresses and secrets of stores that may be written to
    /// @param scratch a folder for packages and logs
    public Training(
            Catalog catalog,
            Artefacts artefacts,
            Function<FunctionSpec, Map<String, String>> house,
            Path scratch,
            RuntimeObserver observer) {
        this.catalog = catalog;
        this.artefacts = artefacts;
        this.house = house;
        this.scratch = scratch;
        this.observer = observer;
    }

    /// Failure is an outcome, not an exception.
    public Outcome make(String artefact) {
        var function = catalog.functions().values().stream()
                .filter(f -> f.artefact().equals(artefact) && Samples.exist(catalog, f))
                .findFirst();
        if (function.isEmpty()) {
            return new Outcome.NotNeeded("no samples of " + artefact);
        }
        try {
            var cache = AotCache.of(artefact, artefacts.zip(artefact));
            if (cache.exists()) {
                return new Outcome.NotNeeded("there is " + cache.file());
            }
            Files.createDirectories(cache.file().getParent());
            try (var lock = FileChannel.open(
                    cache.file().resolveSibling("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                if (lock.tryLock() == null) {
                    return new Outcome.NotNeeded("another process makes " + cache.file());
                }
                return make(function.get(), cache);
            }
        } catch (IOException | RuntimeException e) {
            return new Outcome.Failed(e.toString());
        }
    }

    private Outcome make(FunctionSpec function, AotCache cache) throws IOException {
        var begun = System.nanoTime();
        var written = cache.file().resolveSibling(cache.file().getFileName() + ".part");
        Files.deleteIfExists(written);
        try {
            var failure = train(function, written);
            if (failure.isPresent()) {
                return new Outcome.Failed(failure.get());
            }
            if (!Files.isRegularFile(written)) {
                return new Outcome.Failed(
                        "the JVM wrote no cache; see " + settings().log());
            }
            removeOlder(function.artefact(), cache);
            Files.move(written, cache.file(), StandardCopyOption.ATOMIC_MOVE);
            var took = Duration.ofNanos(System.nanoTime() - begun);
            return new Outcome.Made(cache.file(), Files.size(cache.file()), took);
        } finally {
            Files.deleteIfExists(written);
        }
    }

    /// Closing the runtime tells the process to go and returns when its JVM has written the cache.
    private Optional<String> train(FunctionSpec function, Path written) {
        try (var runtime =
                new FunctionRuntime(catalog, artefacts, spec -> environment(spec, written), settings(), observer)) {
            var samples = Samples.of(catalog, function);
            for (var i = 0; i < INVOCATIONS; i++) {
                switch (runtime.invoke(function.name(), samples.event(i % samples.count()))) {
                    case InvocationResult.Answered answered -> samples.answered(answered.payload());
                    case InvocationResult.Failed failed -> {
                        return Optional.of(function.name() + ": " + failed.errorType() + ": " + failed.errorMessage());
                    }
                    case InvocationResult.Throttled _ -> {
                        return Optional.of(function.name() + " was throttled");
                    }
                }
            }
            return Optional.empty();
        }
    }

    private Map<String, String> environment(FunctionSpec function, Path written) {
        var environment = new HashMap<>(house.apply(function));
        environment.put(AotCache.RECORD_VARIABLE, written.toString());
        return environment;
    }

    private RuntimeSettings settings() {
        return new RuntimeSettings(
                scratch.resolve("packages"),
                scratch.resolve("training.json"),
                WRITE_BOUND,
                INIT_BOUND,
                WRITE_BOUND,
                1,
                INIT_BOUND,
                1,
                Set.of());
    }

    private static void removeOlder(String artefact, AotCache cache) throws IOException {
        try (var files = Files.list(cache.file().getParent())) {
            for (var file : (Iterable<Path>) files::iterator) {
                var name = file.getFileName().toString();
                if (name.startsWith(artefact + "-") && name.endsWith(AotCache.SUFFIX)) {
                    Files.delete(file);
                }
            }
        }
    }
}
