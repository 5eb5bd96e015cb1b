package dev.vitrine.bench.coldstart;

import dev.vitrine.local.Workshop;
import dev.vitrine.local.catalog.FunctionSpec;
import dev.vitrine.local.runtime.AotCache;
import dev.vitrine.local.runtime.FunctionEnvironment;
import dev.vitrine.local.runtime.Packages;
import dev.vitrine.local.training.Samples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// Who takes part: the peers, and each function in each way it can start.
final class Contestants {
    private static final byte[] HELLO = "{}".getBytes(StandardCharsets.UTF_8);
    private static final AotCache NO_CACHE = new AotCache(Path.of("/nonexistent"));

    private final Path home;
    private final Workshop workshop;
    private final Predicate<String> wanted;
    private final Packages jvm;
    private final Packages natives;
    private final List<Contestant> found = new ArrayList<>();
    private final Map<String, Row> rows = new LinkedHashMap<>();
    private String room = "";

    Contestants(Path home, Workshop workshop, Predicate<String> wanted) {
        this.home = home;
        this.workshop = workshop;
        this.wanted = wanted;
        this.jvm = new Packages(workshop.folder("jvm"), workshop::jvmPackage);
        this.natives = new Packages(workshop.folder("native"), this::nativeZip);
    }

    List<Contestant> gather() throws IOException, InterruptedException {
        peer('a', Report.FLOOR, () -> Packs.c(home, workshop.folder("c")));
        peer('b', "Node, bare handler", () -> Packs.node(home, workshop.folder("node")));
        peer('c', "hello Funqy" + Variant.NATIVE.suffix(), () -> {
            var zip = Packs.funqy(home);
            return new Packages(workshop.folder("funqy"), _ -> zip).folder("funqy");
        });
        for (var variant : Variant.values()) {
            for (var function : workshop.catalog().functions().values()) {
                ours(variant, function);
            }
        }
        return List.copyOf(found);
    }

    /// What could not be made, by name.
    Map<String, Row> missing() {
        return rows;
    }

    /// The room that `rooms-api` is asked for; empty if it does not take part.
    String room() {
        return room;
    }

    private interface Pack {
        Path make() throws IOException, InterruptedException;
    }

    private void peer(char group, String name, Pack pack) throws IOException, InterruptedException {
        if (!wanted.test(name)) {
            return;
        }
        try {
            var environment = Map.of(
                    "PATH", System.getenv().getOrDefault("PATH", "/usr/bin:/bin"),
                    "_HANDLER", "hello",
                    "QUARKUS_FUNQY_EXPORT", "hello");
            found.add(new Contestant(group, name, pack.make(), environment, HELLO));
        } catch (NotBuilt e) {
            rows.put(name, new Row.Missing(group, name, e.getMessage()));
        }
    }

    private void ours(Variant variant, FunctionSpec function) throws IOException, InterruptedException {
        var name = function.name() + variant.suffix();
        if (!wanted.test(name) || !Samples.exist(workshop.catalog(), function)) {
            return;
        }
        if (variant == Variant.NATIVE && !Files.exists(nativeZip(function.artefact()))) {
            rows.put(name, new Row.Missing(variant.group(), name, "not built: ./vitrine native builds it"));
            return;
        }
        var cache = jvm.aotCache(function.artefact());
        if (variant == Variant.JVM_WITH_CACHE && !cache.exists()) {
            rows.put(name, new Row.Missing(variant.group(), name, "no cache could be made"));
            return;
        }
        found.add(contestant(variant, function, event(function)));
    }

    private Contestant contestant(Variant variant, FunctionSpec function, byte[] event) {
        var folder = (variant == Variant.NATIVE ? natives : jvm).folder(function.artefact());
        var cache = variant == Variant.JVM_WITH_CACHE ? jvm.aotCache(function.artefact()) : NO_CACHE;
        var environment = new FunctionEnvironment(workshop.environment()).of(function, folder, cache, "");
        return new Contestant(variant.group(), function.name() + variant.suffix(), folder, environment, event);
    }

    /// The first sample; of `rooms-api` the second, which reads what the first has written.
    private byte[] event(FunctionSpec function) throws IOException, InterruptedException {
        var samples = Samples.of(workshop.catalog(), function);
        if (!function.name().equals(Report.DRIVEN)) {
            return samples.event(0);
        }
        if (room.isEmpty()) {
            try (var writer =
                    Running.start(contestant(Variant.JVM, function, samples.event(0)), log(), workshop::tether)) {
                samples.answered(writer.answer());
            }
            room = samples.lastId();
        }
        return samples.event(1, room);
    }

    Path log() {
        return workshop.folder("log").resolve("functions.log");
    }

    private Path nativeZip(String artefact) {
        var functions = workshop.catalog().folderOf(artefact);
        return Optional.of(functions.resolve("native/function.zip"))
                .filter(Files::exists)
                .orElse(functions.resolve("target/native/function.zip"));
    }
}
