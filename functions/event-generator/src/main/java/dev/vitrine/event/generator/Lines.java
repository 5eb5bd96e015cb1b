package dev.vitrine.event.generator;

import java.util.ArrayList;
import java.util.List;

/// Source text with indentation.
final class Lines {
    private static final String INDENT = "    ";
    private static final int WIDTH = 112;

    private final StringBuilder text = new StringBuilder();
    private int depth;

    Lines add(String line) {
        text.append(INDENT.repeat(depth)).append(line).append('\n');
        return this;
    }

    Lines blank() {
        text.append('\n');
        return this;
    }

    /// A head, what it holds, and the brace that ends it.
    void block(String head, Runnable content) {
        add(head + " {");
        within(content);
        add("}");
    }

    /// One step further in.
    void within(Runnable content) {
        depth++;
        content.run();
        depth--;
    }

    /// `begin`, the elements with commas, `end`: in one line where it fits, else each in its own.
    void list(String begin, List<String> elements, String end) {
        var joined = begin + String.join(", ", elements) + end;
        if (joined.length() + depth * INDENT.length() <= WIDTH) {
            add(joined);
            return;
        }
        add(begin);
        depth += 2;
        for (var i = 0; i < elements.size(); i++) {
            add(elements.get(i) + (i < elements.size() - 1 ? "," : end));
        }
        depth -= 2;
    }

    /// Javadoc, broken between words.
    void comment(String sentence) {
        var room = WIDTH - depth * INDENT.length();
        for (var line : wrapped(sentence, room - "/// ".length())) {
            add(("/// " + line).stripTrailing());
        }
    }

    private static List<String> wrapped(String sentence, int width) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : sentence.split("\\s+")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
