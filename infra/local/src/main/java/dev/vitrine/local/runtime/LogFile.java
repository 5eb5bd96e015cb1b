package dev.vitrine.local.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;

/// One JSON document per line of what functions print. At [#MAX_BYTES] the file becomes `.1`, `.1` becomes `.2`, up
/// to [#KEPT].
final class LogFile implements AutoCloseable {
    static final long MAX_BYTES = 20L * 1024 * 1024;
    static final int KEPT = 5;
    private static final double NANOS_PER_MILLI = 1_000_000.0;
    private static final JsonMapper JSON = new JsonMapper();

    private final Path file;
    private final long maxBytes;
    private final ReentrantLock lock = new ReentrantLock();
    private OutputStream out;
    private long written;

    LogFile(Path file, long maxBytes) {
        this.file = file;
        this.maxBytes = maxBytes;
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            open();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the function log " + file, e);
        }
    }

    void write(String function, String requestId, long pid, String stream, String line) {
        var entry = JSON.createObjectNode()
                .put("ts", Instant.now().toString())
                .put("function", function)
                .put("requestId", requestId)
                .put("pid", pid)
                .put("stream", stream);
        entry.set("message", messageOf(line));
        append((entry + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /// The REPORT line of an invocation.
    void report(long pid, InvocationReport report, int memoryMb) {
        var figures = JSON.createObjectNode()
                .put("type", "platform.report")
                .put("status", report.failure().isPresent() ? "error" : "success")
                .put("durationMs", millis(report.duration()))
                .put("billedMs", report.billedMillis())
                .put("memoryMb", memoryMb);
        report.init().ifPresent(init -> figures.put("initMs", millis(init)));
        write(report.function(), report.requestId(), pid, "platform", figures.toString());
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / NANOS_PER_MILLI;
    }

    private static JsonNode messageOf(String line) {
        if (line.startsWith("{")) {
            try {
                return JSON.readTree(line);
            } catch (IOException notJson) {
                return JSON.getNodeFactory().textNode(line);
            }
        }
        return JSON.getNodeFactory().textNode(line);
    }

    private void append(byte[] bytes) {
        lock.lock();
        try {
            if (out == null) {
                open();
            } else if (written > 0 && written + bytes.length > maxBytes) {
                rotate();
            }
            out.write(bytes);
            out.flush();
            written += bytes.length;
        } catch (IOException e) {
            System.getLogger(LogFile.class.getName()).log(System.Logger.Level.WARNING, "function log " + file, e);
        } finally {
            lock.unlock();
        }
    }

    /// Where this fails, on a full disk say, the next line tries again.
    private void rotate() throws IOException {
        var full = out;
        out = null;
        full.close();
        for (var n = KEPT - 1; n >= 1; n--) {
            var from = numbered(n);
            if (Files.exists(from)) {
                Files.move(from, numbered(n + 1), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Files.move(file, numbered(1), StandardCopyOption.REPLACE_EXISTING);
        open();
    }

    private void open() throws IOException {
        out = new BufferedOutputStream(
                Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
        written = Files.size(file);
    }

    private Path numbered(int n) {
        return file.resolveSibling(file.getFileName() + "." + n);
    }

    @Override
    public void close() {
        lock.lock();
        try {
            if (out != null) {
                out.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close the function log " + file, e);
        } finally {
            lock.unlock();
        }
    }
}
