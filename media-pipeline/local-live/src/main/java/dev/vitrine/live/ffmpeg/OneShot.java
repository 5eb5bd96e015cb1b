package dev.vitrine.live.ffmpeg;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/// A process that is run to its end under a deadline, with both outputs read and bounded.
final class OneShot {
    private static final int MAX_OUTPUT_BYTES = 64 << 20;
    /// Enough for ffmpeg's last complaints.
    private static final int MAX_COMPLAINT_BYTES = 4096;

    private static final Executor READERS = task -> Thread.ofVirtual().start(task);

    private OneShot() {}

    static byte[] run(ProcessBuilder builder, UnaryOperator<Process> registered, Duration limit) {
        try {
            Process process = registered.apply(builder.start());
            process.getOutputStream().close();
            CompletableFuture<byte[]> output =
                    CompletableFuture.supplyAsync(() -> read(process, process.getInputStream()), READERS);
            CompletableFuture<String> complaint =
                    CompletableFuture.supplyAsync(() -> tail(process.getErrorStream()), READERS);
            try {
                if (!process.waitFor(limit)) {
                    throw new FfmpegFailed("not done after " + limit.toSeconds() + " s");
                }
                String said = complaint.get(1, TimeUnit.SECONDS);
                if (process.exitValue() != 0) {
                    throw new FfmpegFailed("exit " + process.exitValue() + ": " + said.strip());
                }
                return output.get(1, TimeUnit.SECONDS);
            } finally {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FfmpegFailed("interrupted", e);
        } catch (Exception e) {
            throw e instanceof FfmpegFailed failed ? failed : new FfmpegFailed("cannot be run: " + e, e);
        }
    }

    private static byte[] read(Process process, InputStream in) {
        try {
            byte[] output = in.readNBytes(MAX_OUTPUT_BYTES);
            if (in.read() >= 0) {
                process.destroyForcibly();
                throw new FfmpegFailed("more than " + MAX_OUTPUT_BYTES + " bytes of output");
            }
            return output;
        } catch (IOException e) {
            throw new FfmpegFailed("its output cannot be read", e);
        }
    }

    private static String tail(InputStream in) {
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        byte[] buffer = new byte[MAX_COMPLAINT_BYTES];
        try {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                if (kept.size() + n > 2 * MAX_COMPLAINT_BYTES) {
                    byte[] all = kept.toByteArray();
                    kept.reset();
                    kept.write(
                            all,
                            all.length - Math.min(all.length, MAX_COMPLAINT_BYTES),
                            Math.min(all.length, MAX_COMPLAINT_BYTES));
                }
                kept.write(buffer, 0, n);
            }
        } catch (IOException e) {
            return kept.toString(StandardCharsets.UTF_8) + " (" + e + ")";
        }
        return kept.toString(StandardCharsets.UTF_8);
    }
}
