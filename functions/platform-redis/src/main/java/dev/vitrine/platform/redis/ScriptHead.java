package dev.vitrine.platform.redis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a script says of itself: comment lines `-- what: names` before its first other line.
record ScriptHead(
        List<String> keys,
        List<String> arguments,
        Optional<String> rest,
        List<String> includes,
        Optional<String> answers) {
    private static final Pattern LINE = Pattern.compile("-- (keys|arguments|rest|includes|answers): (.+)");
    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]*");

    /// @throws IllegalStateException naming the script and what is wrong
    static ScriptHead of(String script, List<String> comments) {
        var keys = new ArrayList<String>();
        var arguments = new ArrayList<String>();
        var rest = new ArrayList<String>();
        var includes = new ArrayList<String>();
        var answers = new ArrayList<String>();
        for (var comment : comments) {
            var line = LINE.matcher(comment);
            if (!line.matches()) {
                continue;
            }
            var said = line.group(2).strip();
            switch (line.group(1)) {
                case "keys" -> keys.addAll(names(script, said));
                case "arguments" -> arguments.addAll(names(script, said));
                case "rest" -> rest.addAll(names(script, said));
                case "includes" -> includes.addAll(List.of(said.split("\\s+")));
                case String _ -> answers.add(said);
            }
        }
        if (rest.size() > 1) {
            throw new IllegalStateException(script + ".lua has more than one name for the rest");
        }
        requireDistinct(script, keys, arguments, rest);
        return new ScriptHead(
                List.copyOf(keys),
                List.copyOf(arguments),
                rest.stream().findFirst(),
                List.copyOf(includes),
                answers.stream().findFirst());
    }

    private static List<String> names(String script, String said) {
        var names = List.of(said.split("\\s+"));
        names.forEach(name -> {
            if (!NAME.matcher(name).matches()) {
                throw new IllegalStateException(script + ".lua names something that Lua cannot: " + name);
            }
        });
        return names;
    }

    @SafeVarargs
    private static void requireDistinct(String script, List<String>... lists) {
        var seen = new HashSet<String>();
        for (var names : lists) {
            for (var name : names) {
                if (!seen.add(name)) {
                    throw new IllegalStateException(script + ".lua names two things " + name);
                }
            }
        }
    }
}
