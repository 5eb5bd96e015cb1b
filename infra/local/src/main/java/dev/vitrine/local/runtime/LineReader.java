package dev.vitrine.local.runtime;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Lines of bounded length: a function that prints without end must not fill the local cloud's memory.
final class LineReader {
    /// CloudWatch Logs cuts events at the same size.
    static final int MAX_LINE_BYTES = 256 * 1024;

    private final InputStream in;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    LineReader(InputStream in) {
        this.in = new BufferedInputStream(in);
    }

    /// The next line or piece of one, without its end; empty at the end of the stream.
    Optional<String> next() throws IOException {
        for (var b = in.read(); b >= 0; b = in.read()) {
            if (b == '\n') {
                return Optional.of(take());
            }
            line.write(b);
            if (line.size() == MAX_LINE_BYTES) {
                return Optional.of(take());
            }
        }
        return line.size() == 0 ? Optional.empty() : Optional.of(take());
    }

    private String take() {
        var text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }
}
