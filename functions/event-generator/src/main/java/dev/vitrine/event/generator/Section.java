package dev.vitrine.event.generator;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/// A mapping of a schema file that knows where it stands. Reading stops at the first thing that is wrong.
final class Section {
    private final Path file;
    private final String path;
    private final Node place;
    private final Map<String, Node> values = new LinkedHashMap<>();

    Section(Path file, String path, Node node) {
        this.file = file;
        this.path = path;
        this.place = node;
        if (!(node instanceof MappingNode mapping)) {
            throw refused(node, path, "must be a mapping");
        }
        for (var pair : mapping.getValue()) {
            var key = pair.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            if (values.put(key, pair.getValueNode()) != null) {
                throw refused(pair.getKeyNode(), pathOf(key), "appears twice");
            }
        }
    }

    /// Refuses keys outside this set.
    Section allow(String... keys) {
        var allowed = List.of(keys);
        for (var key : values.keySet()) {
            if (!allowed.contains(key)) {
                throw problem(key, "is not known; known here: " + String.join(", ", keys));
            }
        }
        return this;
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    Iterable<String> keys() {
        return values.keySet();
    }

    String text(String key) {
        return optionalText(key).orElseThrow(() -> missing(key));
    }

    Optional<String> optionalText(String key) {
        if (!has(key)) {
            return Optional.empty();
        }
        return Optional.of(scalar(key, "must be text").getValue().strip());
    }

    /// @param allowed the first is what an absent key means
    String word(String key, String... allowed) {
        var word = optionalText(key).orElse(allowed[0]);
        if (!List.of(allowed).contains(word)) {
            throw problem(key, "must be one of " + String.join(", ", allowed) + ", is " + word);
        }
        return word;
    }

    boolean flag(String key, boolean otherwise) {
        if (!has(key)) {
            return otherwise;
        }
        var scalar = scalar(key, "must be true or false");
        if (!scalar.getTag().equals(Tag.BOOL)) {
            throw problem(key, "must be true or false, is " + scalar.getValue());
        }
        return Boolean.parseBoolean(scalar.getValue());
    }

    Optional<Long> number(String key) {
        if (!has(key)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    Long.parseLong(scalar(key, "must be a whole number").getValue()));
        } catch (NumberFormatException malformed) {
            throw problem(key, "must be a decimal whole number of 64 bits");
        }
    }

    Section section(String key) {
        return new Section(file, pathOf(key), node(key));
    }

    /// A list of words; absent is empty.
    List<String> texts(String key) {
        return elements(key).stream()
                .map(node -> {
                    if (node instanceof ScalarNode scalar) {
                        return scalar.getValue();
                    }
                    throw problem(key, "must be a list of words");
                })
                .toList();
    }

    int count(String key) {
        return elements(key).size();
    }

    boolean isEmptyList(String key) {
        return has(key) && elements(key).isEmpty();
    }

    InvalidSchema missing(String key) {
        return refused(place, pathOf(key), "is missing");
    }

    InvalidSchema problem(String key, String what) {
        return refused(values.getOrDefault(key, place), pathOf(key), what);
    }

    private List<Node> elements(String key) {
        if (!has(key)) {
            return List.of();
        }
        if (node(key) instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        throw problem(key, "must be a list");
    }

    private ScalarNode scalar(String key, String rule) {
        if (node(key) instanceof ScalarNode scalar && !scalar.getTag().equals(Tag.NULL)) {
            return scalar;
        }
        throw problem(key, rule);
    }

    private Node node(String key) {
        if (!has(key)) {
            throw missing(key);
        }
        return values.get(key);
    }

    private InvalidSchema refused(Node node, String where, String what) {
        var line = node.getStartMark().getLine() + 1;
        return new InvalidSchema(file + ":" + line + ": " + (where.isEmpty() ? "" : where + ": ") + what);
    }

    private String pathOf(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
