package dev.vitrine.local.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/// A mapping of the file with its place; every accessor reports what it refuses and answers something harmless
/// instead.
final class Section {
    private final Problems problems;
    private final String path;
    private final int line;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();

    private Section(Problems problems, String path, Node node) {
        this.problems = problems;
        this.path = path;
        this.line = lineOf(node);
        if (!(node instanceof MappingNode mapping)) {
            problems.add(line, path, "must be a mapping");
            return;
        }
        for (var tuple : mapping.getValue()) {
            var key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            if (values.putIfAbsent(key, tuple.getValueNode()) != null) {
                problems.add(lineOf(tuple.getKeyNode()), pathOf(key), "appears twice");
            }
            lines.putIfAbsent(key, lineOf(tuple.getKeyNode()));
        }
    }

    static Section root(Problems problems, Node node) {
        return new Section(problems, "", node);
    }

    /// Keys outside this set are problems.
    Section allow(String... keys) {
        var allowed = Set.of(keys);
        values.keySet().stream()
                .filter(key -> !allowed.contains(key))
                .forEach(key -> problem(key, "unknown key; known here: " + String.join(", ", keys)));
        return this;
    }

    Set<String> keys() {
        return values.keySet();
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    void problem(String key, String what) {
        problems.add(lines.getOrDefault(key, line), pathOf(key), what);
    }

    Section section(String key) {
        return new Section(problems, pathOf(key), node(key).orElseGet(() -> emptyAt(key)));
    }

    Optional<String> optionalText(String key, Pattern form, String rule) {
        if (!has(key)) {
            return Optional.empty();
        }
        if (!(values.get(key) instanceof ScalarNode scalar) || scalar.getTag().equals(Tag.NULL)) {
            problem(key, "must be text");
            return Optional.empty();
        }
        if (!form.matcher(scalar.getValue()).matches()) {
            problem(key, "'" + scalar.getValue() + "' " + rule);
            return Optional.empty();
        }
        return Optional.of(scalar.getValue());
    }

    String text(String key, Pattern form, String rule) {
        required(key);
        return optionalText(key, form, rule).orElse("");
    }

    int integer(String key, int min, int max) {
        required(key);
        return optionalInteger(key, min, max, min);
    }

    int optionalInteger(String key, int min, int max, int otherwise) {
        if (!has(key)) {
            return otherwise;
        }
        if (!(values.get(key) instanceof ScalarNode scalar) || !scalar.getTag().equals(Tag.INT)) {
            problem(key, "must be a whole number");
            return otherwise;
        }
        try {
            var number = Long.parseLong(scalar.getValue().replace("_", ""));
            if (number >= min && number <= max) {
                return (int) number;
            }
        } catch (NumberFormatException tooLongOrOctal) {
            problem(key, "'" + scalar.getValue() + "' is not a decimal whole number");
            return otherwise;
        }
        problem(key, scalar.getValue() + " is outside " + min + " to " + max);
        return otherwise;
    }

    /// A list of mappings; its elements are named `key[0]`, `key[1]`...
    List<Section> sections(String key) {
        var sections = new ArrayList<Section>();
        for (var element : elements(key)) {
            sections.add(new Section(problems, pathOf(key) + "[" + sections.size() + "]", element));
        }
        return sections;
    }

    /// A list of words, each checked and named `key[0]`, `key[1]`...; one that is refused is left out.
    List<String> texts(String key, Pattern form, String rule) {
        var texts = new ArrayList<String>();
        var index = 0;
        for (var element : elements(key)) {
            var name = pathOf(key) + "[" + index++ + "]";
            if (!(element instanceof ScalarNode scalar)) {
                problems.add(lineOf(element), name, "must be a word");
            } else if (!form.matcher(scalar.getValue()).matches()) {
                problems.add(lineOf(element), name, "'" + scalar.getValue() + "' " + rule);
            } else if (texts.contains(scalar.getValue())) {
                problems.add(lineOf(element), name, "'" + scalar.getValue() + "' appears twice");
            } else {
                texts.add(scalar.getValue());
            }
        }
        return texts;
    }

    /// True if the key is there and says so.
    boolean flag(String key) {
        if (!has(key)) {
            return false;
        }
        if (!(values.get(key) instanceof ScalarNode scalar)
                || !scalar.getTag().equals(Tag.BOOL)
                || !scalar.getValue().equals("true")) {
            problem(key, "must be true, or be left out");
            return false;
        }
        return true;
    }

    private List<Node> elements(String key) {
        if (!has(key)) {
            return List.of();
        }
        if (values.get(key) instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        problem(key, "must be a list");
        return List.of();
    }

    private Optional<Node> node(String key) {
        required(key);
        return Optional.ofNullable(values.get(key));
    }

    private void required(String key) {
        if (!has(key)) {
            problems.add(line, pathOf(key), "is missing");
        }
    }

    private Node emptyAt(String key) {
        var mark = values.containsKey(key) ? values.get(key).getStartMark() : null;
        return new MappingNode(Tag.MAP, List.of(), org.yaml.snakeyaml.DumperOptions.FlowStyle.AUTO) {
            @Override
            public org.yaml.snakeyaml.error.Mark getStartMark() {
                return mark;
            }
        };
    }

    private int lineOf(Node node) {
        return node.getStartMark() == null ? line : node.getStartMark().getLine() + 1;
    }

    private String pathOf(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
