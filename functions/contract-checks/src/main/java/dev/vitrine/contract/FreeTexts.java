package dev.vitrine.contract;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// A text that clients send and no form, list or pattern bounds says by `x-text` what becomes of it:
/// whoever adds one has to decide.
///
/// - `line`, `paragraphs`: people read it; it is held to the rule of text (`VisibleText`), which each
///   capability's tests try on every one of these
/// - `known`: it is looked up among what there is, and refused when it is not; nobody reads it
/// - `id`: another system's name of something, kept for that system alone
public final class FreeTexts {
    private static final Set<String> KINDS = Set.of("line", "paragraphs", "known", "id");

    private FreeTexts() {}

    /// @param root of the project
    /// @return where a text says nothing; nothing when all do
    public static List<String> undecided(Path root) {
        var undecided = new ArrayList<String>();
        Contracts.sent(root).forEach((place, body) -> new Schemas((way, schema) -> {
                    if (isFree(schema) && !KINDS.contains(schema.text("x-text"))) {
                        undecided.add(place + way + " is any text, and says by no x-text what becomes of it");
                    }
                })
                .walk("", body));
        return List.copyOf(undecided);
    }

    private static boolean isFree(Place schema) {
        var type = schema.node().path("type");
        return (type.asText().equals("string") || type.toString().contains("\"string\""))
                && Stream.of("format", "enum", "const", "pattern")
                        .noneMatch(word -> schema.node().has(word));
    }
}
