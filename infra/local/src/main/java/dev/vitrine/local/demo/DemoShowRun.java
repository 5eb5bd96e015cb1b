package dev.vitrine.local.demo;

import dev.vitrine.live.demo.DemoEncoder;
import dev.vitrine.live.ffmpeg.Ffmpeg;
import dev.vitrine.live.ffmpeg.ProcessRegistry;
import dev.vitrine.local.life.StartRefused;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.ConnectException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/// One show from sign-in to end.
public final class DemoShowRun {
    /// How long a push may take to become playable.
    private static final Duration LIVE_WITHIN = Duration.ofSeconds(30);

    private static final Duration LOOK_EVERY = Duration.ofMillis(250);

    private final URI base;
    private final Path programs;
    private final PrintWriter out;

    public DemoShowRun(URI base, Path programs, PrintWriter out) {
        this.base = base;
        this.programs = programs;
        this.out = out;
    }

    /// @param onAir how long the show is; until the process is asked to stop when absent
    /// @throws StartRefused when no local cloud answers
    public void run(String title, boolean portrait, Optional<Duration> onAir) throws IOException, InterruptedException {
        var vitrine = signIn();
        var room = vitrine.createRoom(Map.of("title", title, "kind", "BRAND", "tags", List.of("demo")))
                .path("id")
                .asText();
        var show = vitrine.streamKey(room, portrait);
        out.println("watch " + base + "/rooms/" + room);
        var ended = new AtomicBoolean();
        var log = Files.createTempFile("vitrine-demo", ".log");
        var ffmpeg = Ffmpeg.install(programs, ProcessRegistry.none());
        try (var encoder = DemoEncoder.start(ffmpeg, show, Clock.systemUTC(), log)) {
            var goodbye = new Thread(() -> end(vitrine, room, encoder, ended), "end-of-show");
            Runtime.getRuntime().addShutdownHook(goodbye);
            awaitLive(vitrine, room, encoder, log);
            out.println("live"
                    + onAir.map(time -> " for " + time.toSeconds() + " s").orElse(", Ctrl-C ends it"));
            if (encoder.ended(onAir.orElse(Duration.ofDays(1)))) {
                throw new IOException("the push was ended: " + lastLine(log));
            }
            end(vitrine, room, encoder, ended);
        }
    }

    private Vitrine signIn() throws IOException, InterruptedException {
        try {
            return Vitrine.signIn(base, "Vitrine demo");
        } catch (ConnectException e) {
            throw new StartRefused(
                    "no local cloud answers at " + base + ": start ./vitrine up first, or name its --port", e);
        }
    }

    private void awaitLive(Vitrine vitrine, String room, DemoEncoder encoder, Path log)
            throws IOException, InterruptedException {
        var pushed = Instant.now();
        while (!vitrine.state(room).equals("LIVE")) {
            if (encoder.ended(LOOK_EVERY)) {
                throw new IOException("the push was refused: " + lastLine(log));
            }
            if (Duration.between(pushed, Instant.now()).compareTo(LIVE_WITHIN) > 0) {
                throw new IOException("the room is not live after " + LIVE_WITHIN.toSeconds() + " s");
            }
        }
    }

    /// Once, whether the time is over or the process is asked to stop.
    private void end(Vitrine vitrine, String room, DemoEncoder encoder, AtomicBoolean ended) {
        if (ended.getAndSet(true)) {
            return;
        }
        try {
            vitrine.end(room);
            out.println("ended; the replay will be at the same address");
        } catch (IOException e) {
            out.println("the room could not be ended: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            encoder.close();
        }
    }

    private static String lastLine(Path log) throws IOException {
        var lines = Files.readAllLines(log);
        return lines.isEmpty() ? "the encoder said nothing" : lines.getLast();
    }
}
