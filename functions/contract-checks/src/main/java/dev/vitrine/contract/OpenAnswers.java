package dev.vitrine.contract;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Answers are open (docs/contracts.md): no schema of what clients read forbids what it does not know, or the next
/// member breaks whoever checks by it.
public final class OpenAnswers {
    private static final List<String> CLOSING = List.of("additionalProperties", "unevaluatedProperties");

    private OpenAnswers() {}

    /// @param root of the project
    /// @return where answers are closed; nothing when none is
    public static List<String> closed(Path root) {
        var closed = new ArrayList<String>();
        Contracts.told(root).forEach((place, answer) -> new Schemas((way, schema) -> CLOSING.stream()
                        .filter(word -> schema.node().path(word).isBoolean()
                                && !schema.node().path(word).booleanValue())
                        .forEach(word -> closed.add(place + way + " has " + word + ": false")))
                .walk("", answer));
        return List.copyOf(closed);
    }
}
