package dev.vitrine.modules;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Benches are where their capability is: `bench` holds what they share and knows no capability; `functions/<c>/bench`
/// may need `bench` and capability `c`; nothing else needs a bench.
public final class BenchRules {
    private BenchRules() {}

    /// @param root of the project
    /// @return what is wrong, in sentences; nothing when nothing is
    public static List<String> broken(Path root) {
        var modules = Module.all(root);
        var byName = modules.stream().collect(Collectors.toMap(Module::name, Function.identity()));
        var broken = new ArrayList<String>();
        for (var module : modules) {
            for (var need : module.needs()) {
                if (byName.containsKey(need)) {
                    wrong(module, byName.get(need)).ifPresent(broken::add);
                }
            }
        }
        return List.copyOf(broken);
    }

    private static Optional<String> wrong(Module module, Module need) {
        var said = module.name() + " needs " + need.name();
        if (isShared(module) && need.capability().isPresent()) {
            return Optional.of(said + ": what measures a capability is in its own bench");
        }
        if (isShared(need) && !isShared(module) && !isOfCapability(module)) {
            return Optional.of(said + ": nothing but a capability's bench may");
        }
        if (isOfCapability(need)) {
            return Optional.of(said + ": a bench is run, not built upon");
        }
        if (isOfCapability(module)
                && need.capability().isPresent()
                && !need.capability().equals(module.capability())) {
            return Optional.of(said + ": a bench knows its own capability alone");
        }
        return Optional.empty();
    }

    private static boolean isShared(Module module) {
        return module.folder().equals("bench") || module.folder().startsWith("bench/");
    }

    private static boolean isOfCapability(Module module) {
        return module.capability().isPresent() && module.folder().endsWith("/bench");
    }
}
