package dev.vitrine.bench.coldstart;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The Runtime API (2018-06-01) of one process on a plain socket: as little as there can be between the clock and
/// the function. One invocation at a time.
final class RuntimeHost implements AutoCloseable {
    private static final Duration DEADLINE = Duration.ofMinutes(1);
    private static final int BUFFER_BYTES = 64 * 1024;
    private static final int MAX_LINE = 8 * 1024;

    private record Event(String id, byte[] payload) {}

    /// @param nanos when the answer was there, by [System#nanoTime()]
    record Answer(byte[] payload, long nanos) {}

    private final ServerSocket listener;
    private final BlockingQueue<Event> next = new ArrayBlockingQueue<>(1);
    private volatile CompletableFuture<Answer> answer = new CompletableFuture<>();

    RuntimeHost() throws IOException {
        listener = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().name("runtime-api").start(this::accept);
    }

    String address() {
        return "127.0.0.1:" + listener.getLocalPort();
    }

    /// Hands the event to whoever asks next; the answer of the one before has been awaited.
    void offer(byte[] event) {
        next.add(new Event(UUID.randomUUID().toString(), event));
    }

    /// Waits for the answer to what was offered.
    ///
    /// @throws IOException when the function failed, or its process ended
    Answer await() throws IOException, InterruptedException {
        try {
            return answer.get(DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause().getMessage(), e.getCause());
        } catch (TimeoutException e) {
            throw new IOException("no answer within " + DEADLINE, e);
        } finally {
            answer = new CompletableFuture<>();
        }
    }

    /// Whoever waits learns that the process is gone.
    void processEnded(String how) {
        answer.completeExceptionally(new IOException(how));
    }

    private void accept() {
        try {
            while (true) {
                var socket = listener.accept();
                socket.setTcpNoDelay(true);
                Thread.ofVirtual().name("runtime-api-connection").start(() -> serve(socket));
            }
        } catch (IOException closed) {
            processEnded("the bench closed the Runtime API");
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            var in = new BufferedInputStream(socket.getInputStream(), BUFFER_BYTES);
            for (var request = line(in); !request.isEmpty(); request = line(in)) {
                var body = body(in);
                socket.getOutputStream().write(handle(request, body));
            }
        } catch (IOException processGone) {
            processEnded("the connection of the process ended: " + processGone.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private byte[] handle(String request, byte[] body) throws InterruptedException {
        if (request.contains("/invocation/next")) {
            var event = next.take();
            return response(
                    "200 OK",
                    "Lambda-Runtime-Aws-Request-Id: " + event.id() + "\r\nLambda-Runtime-Deadline-Ms: "
                            + (System.currentTimeMillis() + DEADLINE.toMillis())
                            + "\r\nLambda-Runtime-Invoked-Function-Arn: arn:aws:lambda:us-east-1:000000000000:function:bench"
                            + "\r\nLambda-Runtime-Trace-Id: Root=1-00000000-000000000000000000000000\r\n",
                    event.payload());
        }
        if (request.contains("/response")) {
            answer.complete(new Answer(body, System.nanoTime()));
        } else {
            answer.completeExceptionally(new IOException(new String(body, StandardCharsets.UTF_8)));
        }
        return response("202 Accepted", "", "{\"status\":\"OK\"}".getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] response(String status, String headers, byte[] body) {
        var out = new ByteArrayOutputStream(body.length + 512);
        out.writeBytes(("HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length
                        + "\r\n" + headers + "\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(body);
        return out.toByteArray();
    }

    /// Reads the headers and what they announce.
    private static byte[] body(InputStream in) throws IOException {
        var length = 0;
        var chunked = false;
        for (var header = line(in); !header.isEmpty(); header = line(in)) {
            var lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length =
                        Integer.parseInt(lower.substring(lower.indexOf(':') + 1).strip());
            }
            chunked |= lower.startsWith("transfer-encoding:") && lower.contains("chunked");
        }
        return chunked ? chunks(in) : in.readNBytes(length);
    }

    private static byte[] chunks(InputStream in) throws IOException {
        var out = new ByteArrayOutputStream();
        for (var size = size(in); size > 0; size = size(in)) {
            out.writeBytes(in.readNBytes(size));
            line(in);
        }
        line(in);
        return out.toByteArray();
    }

    private static int size(InputStream in) throws IOException {
        return Integer.parseInt(line(in).split(";")[0].strip(), 16);
    }

    /// Empty at the end of the stream too.
    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (var b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
            if (b != '\r') {
                line.append((char) b);
            }
            if (line.length() > MAX_LINE) {
                throw new IOException("a header above " + MAX_LINE + " bytes");
            }
        }
        return line.toString();
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
