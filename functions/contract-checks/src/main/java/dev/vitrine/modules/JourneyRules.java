package dev.vitrine.modules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Journeys stand at the end: they need their kit and events, and nobody needs them. So a journey changes no
/// package, and a capability no other one's journeys.
public final class JourneyRules {
    private static final String PARENT = "journeys-parent";
    private static final String KIT = "journeys-kit";
    private static final String EVENTS = "-events";
    private static final Set<String> NO_MODULES = Set.of("src", "target", "node_modules");

    private JourneyRules() {}

    /// @param root of the project
    /// @return what is wrong, in sentences; nothing when nothing is
    public static List<String> broken(Path root) {
        var modules = poms(root).map(ModulePom::read).toList();
        var journeys = modules.stream()
                .filter(JourneyRules::isJourney)
                .map(ModulePom::name)
                .toList();
        var broken = new ArrayList<String>();
        for (var module : modules) {
            for (var needed : module.needs()) {
                if (journeys.contains(needed)) {
                    broken.add(module.name() + " needs " + needed + ", which is a module of journeys");
                } else if (isJourney(module) && !needed.equals(KIT) && !needed.endsWith(EVENTS)) {
                    broken.add(
                            module.name() + " needs " + needed + ", which is neither their kit nor a module of events");
                } else if (needed.equals(KIT)
                        && !isJourney(module)
                        && !module.name().equals(PARENT)) {
                    broken.add(module.name() + " needs " + KIT + ", and is no module of journeys");
                }
            }
        }
        return List.copyOf(broken);
    }

    private static boolean isJourney(ModulePom module) {
        return module.parent().equals(PARENT);
    }

    private static Stream<Path> poms(Path folder) {
        var own = Stream.of(folder.resolve("pom.xml")).filter(Files::isRegularFile);
        return Stream.concat(own, folders(folder).stream().flatMap(JourneyRules::poms));
    }

    private static List<Path> folders(Path folder) {
        try (var children = Files.list(folder)) {
            return children.filter(Files::isDirectory)
                    .filter(child -> !NO_MODULES.contains(child.getFileName().toString()))
                    .filter(child -> !child.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
