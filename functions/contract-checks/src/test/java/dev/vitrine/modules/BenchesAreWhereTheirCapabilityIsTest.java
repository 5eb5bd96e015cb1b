package dev.vitrine.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchesAreWhereTheirCapabilityIsTest {
    @TempDir
    private Path root;

    @BeforeEach
    void aSoundHouse() throws IOException {
        module("functions/shop/shop", "shop", "capability-parent");
        module("functions/desk/desk", "desk", "capability-parent");
        module("infra/local", "local-cloud", "house-parent");
        module("bench", "bench", "house-parent", "local-cloud");
        module("bench/parent", "bench-parent", "house-parent", "bench", "local-cloud");
        module("functions/shop/bench", "shop-bench", "bench-parent", "shop");
    }

    @Test
    void theyAreInThisHouse() {
        var project = Path.of(System.getProperty("vitrine.root"));
        assertTrue(
                Module.all(project).stream().anyMatch(module -> module.folder().equals("bench")));
        assertEquals(List.of(), BenchRules.broken(project));
    }

    @Test
    void aSoundHouseIsLeftAlone() {
        assertEquals(List.of(), BenchRules.broken(root));
    }

    @Test
    void whatBenchesShareKnowsNoCapability() throws IOException {
        module("bench", "bench", "house-parent", "local-cloud", "shop");
        assertEquals(
                List.of("bench needs shop: what measures a capability is in its own bench"), BenchRules.broken(root));
    }

    @Test
    void nothingElseNeedsBenches() throws IOException {
        module("infra/local", "local-cloud", "house-parent", "bench");
        module("functions/desk/desk", "desk", "bench-parent", "shop-bench");
        assertEquals(
                List.of(
                        "desk needs bench-parent: nothing but a capability's bench may",
                        "desk needs shop-bench: a bench is run, not built upon",
                        "local-cloud needs bench: nothing but a capability's bench may"),
                BenchRules.broken(root));
    }

    @Test
    void aBenchKnowsItsOwnCapabilityAlone() throws IOException {
        module("functions/shop/bench", "shop-bench", "bench-parent", "shop", "desk");
        assertEquals(List.of("shop-bench needs desk: a bench knows its own capability alone"), BenchRules.broken(root));
    }

    private void module(String folder, String name, String parent, String... needs) throws IOException {
        var pom = new StringBuilder("<project><parent><groupId>dev.vitrine</groupId><artifactId>" + parent
                + "</artifactId></parent><artifactId>" + name + "</artifactId><dependencies>");
        for (var need : needs) {
            pom.append("<dependency><groupId>dev.vitrine</groupId><artifactId>")
                    .append(need)
                    .append("</artifactId></dependency>");
        }
        Files.createDirectories(root.resolve(folder));
        Files.writeString(root.resolve(folder).resolve("pom.xml"), pom + "</dependencies></project>\n");
    }
}
