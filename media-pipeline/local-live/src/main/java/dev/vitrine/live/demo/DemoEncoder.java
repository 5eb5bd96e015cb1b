package dev.vitrine.live.demo;

import dev.vitrine.live.ffmpeg.Ffmpeg;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// Pushes the demonstration picture until it is closed or turned away.
///
/// Frames are drawn here and encoded by an ffmpeg process, which ends by itself when this process dies (its input
/// closes). Starting does not wait for the server: an unknown key shows as [#ended] within a second or two.
public final class DemoEncoder implements AutoCloseable {
    private static final long NANOS = 1_000_000_000L;
    /// ffmpeg looks at some frames before it connects, and takes no more until the server has answered.
    private static final int SETTLING_FRAMES = 30;

    private static final long CONNECTING_NANOS = NANOS / 5;
    /// What ffmpeg gets to say goodbye to the server.
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final Process process;
    private final Thread painter;
    private volatile boolean closing;

    private DemoEncoder(Process process, DemoShow show, Clock clock) {
        this.process = process;
        this.painter = Thread.ofPlatform().daemon().name("demo-painter").unstarted(() -> paint(show, clock));
    }

    /// @param clock what is burnt in: real tests and shows use [Clock#systemUTC]
    /// @param log what ffmpeg prints (warnings only) is appended here
    public static DemoEncoder start(Ffmpeg ffmpeg, DemoShow show, Clock clock, Path log) {
        DemoEncoder encoder = new DemoEncoder(ffmpeg.start(arguments(show), log), show, clock);
        encoder.painter.start();
        return encoder;
    }

    /// The ffmpeg process, for those who measure or kill it.
    public Process process() {
        return process;
    }

    /// Waits until pushing has ended; answers whether it has.
    public boolean ended(Duration limit) throws InterruptedException {
        return process.waitFor(limit);
    }

    /// Stops as an encoder does: the last frame, a goodbye, the end.
    @Override
    public void close() {
        closing = true;
        try {
            painter.join(GRACE);
            if (!process.waitFor(GRACE)) {
                Ffmpeg.stop(process, GRACE);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    static List<String> arguments(DemoShow show) {
        String size = show.width() + "x" + show.height();
        String rate = String.valueOf(DemoShow.FRAMES_PER_SECOND);
        return List.of(
                // @formatter:off
                "-v",
                "warning",
                "-f",
                "rawvideo",
                "-pix_fmt",
                "yuv420p",
                "-video_size",
                size,
                "-framerate",
                rate,
                "-i",
                "pipe:0",
                "-f",
                "lavfi",
                "-i",
                "sine=frequency=330:beep_factor=4:sample_rate=48000",
                "-map",
                "0:v",
                "-map",
                "1:a",
                // One thread: no slices and no idle threads; a key frame every second whatever the picture does.
                "-c:v",
                "libx264",
                "-preset",
                "ultrafast",
                "-tune",
                "zerolatency",
                "-threads",
                "1",
                "-g",
                rate,
                "-keyint_min",
                rate,
                "-sc_threshold",
                "0",
                "-b:v",
                "2500k",
                "-maxrate",
                "2500k",
                "-bufsize",
                "2500k",
                "-c:a",
                "aac",
                "-b:a",
                "96k",
                "-ac",
                "2",
                "-shortest",
                "-flush_packets",
                "1",
                "-f",
                "flv",
                "-flvflags",
                "no_duration_filesize",
                // The key is an option of its own, so that no message that names the address shows it.
                "-rtmp_live",
                "live",
                "-rtmp_playpath",
                show.streamKey(),
                show.ingestUrl().toString()
                // @formatter:on
                );
    }

    /// Frame `n` is due `n` intervals after the first. After a hold-up the missed frames follow at once, each with
    /// the time at which it is drawn, so that the stream's own time stays the wall's.
    private void paint(DemoShow show, Clock clock) {
        DemoPicture picture = new DemoPicture(show.width(), show.height(), ZoneId.systemDefault());
        try (OutputStream out = process.getOutputStream()) {
            out.write(picture.at(clock.instant())); // returns once ffmpeg reads: from then on the wall counts
            long first = System.nanoTime();
            for (long n = 1; !closing; n++) {
                long due = first + n * NANOS / DemoShow.FRAMES_PER_SECOND;
                long late = System.nanoTime() - due;
                if (n < SETTLING_FRAMES && late > CONNECTING_NANOS) {
                    first += late; // ffmpeg was still being let in: the show begins now
                    due += late;
                }
                for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
                    LockSupport.parkNanos(wait);
                }
                out.write(picture.at(clock.instant()));
                out.flush();
            }
        } catch (IOException e) {
            // ffmpeg has ended and with it the push; `ended` tells.
            System.getLogger(DemoEncoder.class.getName()).log(System.Logger.Level.DEBUG, "push ended", e);
        }
    }
}
