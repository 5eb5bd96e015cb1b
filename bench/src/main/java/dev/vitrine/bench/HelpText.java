package dev.vitrine.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/// The files `benches/<name>.txt` of a module, which the launcher prints without a build, held against
/// the benches themselves.
public final class HelpText {
    /// What every bench has: the launcher knows the folder, and prints the help itself.
    private static final Set<String> OF_ALL = Set.of("--home", "--help", "--version");

    private static final Pattern OPTION = Pattern.compile("(?m)^ +(--[a-z-]+)(.*)$");

    private HelpText() {}

    /// @param module the folder of a module whose benches are on the class path
    /// @return what the texts tell otherwise than the benches do; nothing when nothing
    public static List<String> wrong(Path module) throws IOException {
        var wrong = new ArrayList<String>();
        var texts = texts(module);
        var own = Files.readAllLines(module.resolve("src/main/resources/META-INF/services/" + Bench.class.getName()));
        for (var bench : ServiceLoader.load(Bench.class)) {
            if (own.contains(bench.getClass().getName())) {
                var command = new CommandLine(bench);
                if (texts.remove(command.getCommandName())) {
                    var text = module.resolve("benches/" + command.getCommandName() + ".txt");
                    compare(command, Files.readString(text), wrong);
                } else {
                    wrong.add(command.getCommandName() + " has no text");
                }
            }
        }
        texts.forEach(name -> wrong.add(name + " is no bench"));
        return List.copyOf(wrong);
    }

    private static Set<String> texts(Path module) throws IOException {
        try (var texts = Files.list(module.resolve("benches"))) {
            return texts.map(text -> text.getFileName().toString().replace(".txt", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static void compare(CommandLine command, String text, List<String> wrong) {
        var told = OPTION.matcher(text)
                .results()
                .collect(Collectors.toMap(option -> option.group(1), option -> option.group(2)));
        for (var option : command.getCommandSpec().options()) {
            var name = option.longestName();
            if (OF_ALL.contains(name)) {
                continue;
            }
            var said = told.remove(name);
            if (said == null) {
                wrong.add(command.getCommandName() + " " + name + " is not told");
            } else if (hasDefault(option) && !said.endsWith("(" + option.defaultValue() + ")")) {
                wrong.add(command.getCommandName() + " " + name + " has the default " + option.defaultValue());
            }
        }
        told.keySet().forEach(name -> wrong.add(command.getCommandName() + " has no " + name));
    }

    private static boolean hasDefault(OptionSpec option) {
        return option.defaultValue() != null && option.arity().max() > 0;
    }
}
