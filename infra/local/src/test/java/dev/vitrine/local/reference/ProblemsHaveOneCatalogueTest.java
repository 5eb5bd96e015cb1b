package dev.vitrine.local.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.vitrine.model.ProblemType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Gateway, functions and media service name one problem in one way: by a `ProblemType`.
class ProblemsHaveOneCatalogueTest {
    private static final Path ROOT = Path.of(System.getProperty("vitrine.root"));
    private static final Pattern ADDRESS = Pattern.compile("/problems/([a-z-]+)");
    /// In a contract: "409 `illegal-state`".
    private static final Pattern TOLD = Pattern.compile("\\b[45]\\d\\d `([a-z-]+)`");

    private static Set<String> catalogue() {
        return Arrays.stream(ProblemType.values())
                .map(ProblemType::slug)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Path> files(String ending, String... folders) throws IOException {
        var found = new java.util.ArrayList<Path>();
        for (var folder : folders) {
            try (Stream<Path> all = Files.walk(ROOT.resolve(folder))) {
                all.filter(file -> file.toString().endsWith(ending))
                        .filter(file -> !file.toString().contains("/target/"))
                        .forEach(found::add);
            }
        }
        assertFalse(found.isEmpty(), ending + " in " + List.of(folders));
        return found;
    }

    @Test
    void noSourceWritesAnAddressOfItsOwn() throws IOException {
        var own = new TreeSet<String>();
        for (var file : files(".java", "infra/local/src/main", "functions", "media-pipeline")) {
            if (file.toString().contains("/src/main/") && Files.readString(file).contains("\"/problems/")) {
                own.add(ROOT.relativize(file).toString());
            }
        }
        // the pages themselves are there
        own.remove("infra/local/src/main/java/dev/vitrine/local/reference/ProblemPages.java");
        assertEquals(Set.of(), own);
    }

    @Test
    void contractsTellTypesOfTheCatalogueOnly() throws IOException {
        var unknown = new TreeSet<String>();
        for (var file : files(".yaml", "functions")) {
            if (file.getParent().endsWith("contract")) {
                var text = Files.readString(file);
                Stream.of(ADDRESS, TOLD)
                        .flatMap(pattern -> pattern.matcher(text).results())
                        .map(match -> match.group(1))
                        .filter(name -> !catalogue().contains(name))
                        .forEach(name -> unknown.add(file.getFileName() + " " + name));
            }
        }
        assertEquals(Set.of(), unknown);
    }

    /// What stands in for the house in the checks of pages answers as it does.
    @Test
    void fixturesAnswerTypesOfTheCatalogueOnly() throws IOException {
        var told = Pattern.compile("(?:problem|Refused)\\([45]\\d\\d, '([a-z-]+)'");
        var unknown = new TreeSet<String>();
        for (var file : files("fixture.mjs", "clients/web/src/features")) {
            told.matcher(Files.readString(file))
                    .results()
                    .map(match -> match.group(1))
                    .filter(name -> !catalogue().contains(name))
                    .forEach(name -> unknown.add(file.getParent().getFileName() + " " + name));
        }
        assertEquals(Set.of(), unknown);
    }

    @Test
    void everyTypeIsExplainedInTwoLanguagesAndNothingElseIs() {
        var texts = ProblemPages.texts();
        assertEquals(catalogue(), new TreeSet<>(texts.keySet()));
        texts.forEach((name, languages) -> {
            assertEquals(Set.of("en", "zh"), languages.keySet(), name);
            languages.values().forEach(words -> {
                assertEquals(Set.of("title", "meaning", "remedy"), words.keySet(), name);
                assertFalse(words.values().stream().anyMatch(String::isBlank), name);
            });
        });
    }

    @Test
    void theEnglishPageIsCalledAsTheProblemIs() {
        var texts = ProblemPages.texts();
        for (var type : ProblemType.values()) {
            assertEquals(type.title(), texts.get(type.slug()).get("en").get("title"));
        }
    }
}
