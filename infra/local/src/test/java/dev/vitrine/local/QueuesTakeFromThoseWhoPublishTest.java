package dev.vitrine.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.local.catalog.Catalog;
import dev.vitrine.local.fixture.ACatalog;
import dev.vitrine.local.identity.Identities;
import dev.vitrine.local.store.QueueAccess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueuesTakeFromThoseWhoPublishTest {
    @TempDir
    Path folder;

    private static Set<String> queues(Catalog catalog, String function) {
        return grant(catalog, "function-" + function).orElseThrow().queues();
    }

    private static Optional<QueueAccess.Grant> grant(Catalog catalog, String accessKey) {
        return new QueueGrants(catalog, new Identities(catalog, name -> "secret of " + name)).of(accessKey);
    }

    private static String queue(String name) {
        return "{ queue: { name: " + name
                + ", batchSize: 1, windowMillis: 0, visibilitySeconds: 30, maxReceives: 2 } }";
    }

    @Test
    void aFunctionSendsToTheQueuesOfWhoSubscribesToWhatItPublishes() throws IOException {
        var catalog = ACatalog.in(folder)
                .with("tells", 5, 1, "{ invoke: {} }", "publishes: [a.told.v1, a.unheard.v1]")
                .with("quiet", 5, 1, "{ invoke: {} }")
                .with("hears", 5, 1, queue("heard"), "subscribes: [{ event: a.told.v1 }]")
                .with("late", 5, 1, queue("late"), "subscribes: [{ event: a.told.v1, delaySeconds: 3 }]")
                .with("other", 5, 1, queue("others"), "subscribes: [{ event: a.other.v1 }]")
                .read();

        assertEquals(Set.of("heard", "late"), queues(catalog, "tells"));
        assertEquals(Set.of(), queues(catalog, "quiet"));
        assertEquals(Set.of(), queues(catalog, "hears"));
        assertEquals(Optional.empty(), grant(catalog, "function-nobody"));
        assertEquals(Optional.empty(), grant(catalog, "local"));
    }

    /// Of the house as it is: money and the provider's word are nobody else's to send.
    @Test
    void onlyWhoDeclaresAFactTellsIt() {
        var catalog = Catalog.read(Path.of(System.getProperty("vitrine.root"), "functions/catalog.yaml"));
        for (var provider : new String[] {"stream-events", "media-job-events"}) {
            for (var function : catalog.functions().keySet()) {
                assertTrue(!queues(catalog, function).contains(provider), function + " sends to " + provider);
            }
        }
        assertEquals(
                Set.of("rooms", "ledger", "chat"), // chat tells of sanctions
                catalog.functions().values().stream()
                        .filter(function -> queues(catalog, function.name()).contains("ledger-events"))
                        .map(function -> function.artefact())
                        .collect(Collectors.toSet()));
    }
}
