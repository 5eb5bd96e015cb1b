package dev.vitrine.platform.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A script's resource: its head, and what follows.
record ScriptSource(ScriptHead head, String body) {

    static ScriptSource read(Class<?> beside, String name) {
        try (var resource = beside.getResourceAsStream(name + ".lua")) {
            if (resource == null) {
                throw new IllegalStateException("there is no " + name + ".lua beside " + beside.getName());
            }
            return of(name, new String(resource.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(name + ".lua cannot be read", unreadable);
        }
    }

    private static ScriptSource of(String name, String text) {
        var lines = text.lines().toList();
        int end = 0;
        while (end < lines.size() && lines.get(end).startsWith("--")) {
            end++;
        }
        List<String> code = lines.subList(end, lines.size());
        return new ScriptSource(ScriptHead.of(name, lines.subList(0, end)), String.join("\n", code) + "\n");
    }
}
