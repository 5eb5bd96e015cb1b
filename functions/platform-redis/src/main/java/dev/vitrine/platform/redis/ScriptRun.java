package dev.vitrine.platform.redis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;

/// A script with its keys and arguments, each given by its name. One thread's own, for one run.
public final class ScriptRun {
    private final Script script;
    private final String[] keys;
    private final String[] arguments;
    private final List<String> rest = new ArrayList<>();

    ScriptRun(Script script) {
        this.script = script;
        this.keys = new String[script.keys().size()];
        this.arguments = new String[script.arguments().size()];
    }

    public ScriptRun key(String name, String key) {
        keys[place(script.keys(), name, "key")] = key;
        return this;
    }

    /// Those keys that were not given one by one.
    ///
    /// @param naming what the key of a name is called in Redis
    public ScriptRun keys(UnaryOperator<String> naming) {
        for (int at = 0; at < keys.length; at++) {
            if (keys[at] == null) {
                keys[at] = naming.apply(script.keys().get(at));
            }
        }
        return this;
    }

    /// @param value as text; true is 1, false 0
    public ScriptRun argument(String name, Object value) {
        arguments[place(script.arguments(), name, "argument")] =
                value instanceof Boolean flag ? (flag ? "1" : "0") : value.toString();
        return this;
    }

    public ScriptRun rest(Collection<?> values) {
        if (script.rest().isEmpty()) {
            throw new IllegalArgumentException("the script " + script.name() + " takes no further arguments");
        }
        values.forEach(value -> rest.add(value.toString()));
        return this;
    }

    private int place(List<String> names, String name, String what) {
        int at = names.indexOf(name);
        if (at < 0) {
            throw new IllegalArgumentException("the script " + script.name() + " has no " + what + " " + name);
        }
        return at;
    }

    Script script() {
        return script;
    }

    /// As EVAL and EVALSHA take them.
    ///
    /// @param what the text or the SHA-1
    /// @throws IllegalArgumentException when a key or an argument was not given
    List<String> command(String what) {
        var command = new ArrayList<String>(2 + keys.length + arguments.length + rest.size());
        command.add(what);
        command.add(Integer.toString(keys.length));
        add(command, keys, script.keys(), "key");
        add(command, arguments, script.arguments(), "argument");
        command.addAll(rest);
        return command;
    }

    private void add(List<String> command, String[] values, List<String> names, String what) {
        for (int at = 0; at < values.length; at++) {
            if (values[at] == null) {
                throw new IllegalArgumentException(
                        "the script " + script.name() + " was not given its " + what + " " + names.get(at));
            }
            command.add(values[at]);
        }
    }
}
