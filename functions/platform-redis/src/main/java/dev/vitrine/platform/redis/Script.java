package dev.vitrine.platform.redis;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A Lua script, as its resource says (see the package). Load it once, in a static field.
public final class Script {
    private final String name;
    private final ScriptHead head;
    private final String text;
    private final String sha;

    private Script(String name, ScriptHead head, String text) {
        this.name = name;
        this.head = head;
        this.text = text;
        this.sha = sha(text);
    }

    /// @param beside a class of the package that holds `<name>.lua`
    /// @throws IllegalStateException when there is no such script, or its head is not as it should be
    public static Script load(Class<?> beside, String name) {
        var source = ScriptSource.read(beside, name);
        var head = source.head();
        if (head.answers().isEmpty()) {
            throw new IllegalStateException(name + ".lua does not say what it answers");
        }
        var text = new StringBuilder();
        include(beside, head.includes(), new LinkedHashSet<>(), text);
        declare(text, head.keys(), "KEYS");
        declare(text, head.arguments(), "ARGV");
        head.rest().ifPresent(rest -> text.append("local ")
                .append(rest)
                .append(" = {}\nfor i = ")
                .append(head.arguments().size() + 1)
                .append(", #ARGV do ")
                .append(rest)
                .append("[#")
                .append(rest)
                .append(" + 1] = ARGV[i] end\n"));
        return new Script(name, head, text.append(source.body()).toString());
    }

    private static void include(Class<?> beside, List<String> names, Set<String> included, StringBuilder text) {
        for (var name : names) {
            if (included.add(name)) {
                var source = ScriptSource.read(beside, name);
                include(beside, source.head().includes(), included, text);
                text.append(source.body());
            }
        }
    }

    private static void declare(StringBuilder text, List<String> names, String table) {
        if (names.isEmpty()) {
            return;
        }
        var values = new ArrayList<String>();
        for (int at = 1; at <= names.size(); at++) {
            values.add(table + "[" + at + "]");
        }
        text.append("local ")
                .append(String.join(", ", names))
                .append(" = ")
                .append(String.join(", ", values))
                .append('\n');
    }

    /// Redis names a script by the SHA-1 of its text.
    private static String sha(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-1", impossible);
        }
    }

    /// A run of it, to be given its keys and arguments.
    public ScriptRun with() {
        return new ScriptRun(this);
    }

    public String name() {
        return name;
    }

    /// What Redis knows it by.
    public String sha() {
        return sha;
    }

    String text() {
        return text;
    }

    List<String> keys() {
        return head.keys();
    }

    List<String> arguments() {
        return head.arguments();
    }

    Optional<String> rest() {
        return head.rest();
    }
}
