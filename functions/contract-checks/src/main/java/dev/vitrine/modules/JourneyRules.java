package dev.vitrine.modules;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Journeys stand at the end: they need their kit and events, and nobody needs them. So a journey changes no
/// package, and a capability no other one's journeys.
public final class JourneyRules {
    private static final String PARENT = "journeys-parent";
    private static final String KIT = "journeys-kit";
    private static final String EVENTS = "-events";

    private JourneyRules() {}

    /// @param root of the project
    /// @return what is wrong, in sentences; nothing when nothing is
    public static List<String> broken(Path root) {
        var modules = Module.all(root);
        var journeys = modules.stream()
                .filter(JourneyRules::isJourney)
                .map(Module::name)
                .toList();
        var broken = new ArrayList<String>();
        for (var module : modules) {
            for (var needed : module.dependencies()) {
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

    private static boolean isJourney(Module module) {
        return module.parent().equals(PARENT);
    }
}
