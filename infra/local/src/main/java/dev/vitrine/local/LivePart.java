package dev.vitrine.local;

import dev.vitrine.live.LiveConfig;
import dev.vitrine.live.LocalLive;
import dev.vitrine.live.S3ObjectStore;
import dev.vitrine.live.ffmpeg.Ffmpeg;
import dev.vitrine.live.ffmpeg.ProcessRegistry;
import dev.vitrine.local.life.Lifeline;
import dev.vitrine.local.life.Signal;
import dev.vitrine.local.runtime.Invoker;
import dev.vitrine.local.store.S3Store;
import dev.vitrine.local.store.SqsStore;
import dev.vitrine.local.supervision.Condition;
import dev.vitrine.local.supervision.Watched;
import io.helidon.webserver.http.HttpService;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/// The local live service, given the house's key check, queues and bucket.
final class LivePart implements Service {
    private final LiveConfig config;
    private final Path programs;
    private final Lifeline lifeline;
    private final Invoker functions;
    private final SqsStore sqs;
    private final S3Store s3;
    private S3Client objects;
    private SqsClient queues;
    private LocalLive service;

    LivePart(LiveConfig config, Path programs, Lifeline lifeline, Invoker functions, SqsStore sqs, S3Store s3) {
        this.config = config;
        this.programs = programs;
        this.lifeline = lifeline;
        this.functions = functions;
        this.sqs = sqs;
        this.s3 = s3;
    }

    @Override
    public String name() {
        return "live";
    }

    @Override
    public void start() throws IOException {
        objects = s3.client();
        queues = sqs.client();
        service = new LocalLive(
                config,
                new KeyCheck(functions),
                new QueueNotifications(sqs, queues),
                new S3ObjectStore(objects, S3Store.BUCKET),
                Ffmpeg.install(programs, new Tethered(lifeline)));
        service.start();
    }

    @Override
    public void stop() throws InterruptedException {
        if (service != null) {
            service.stop();
        }
        if (queues != null) {
            queues.close();
        }
        if (objects != null) {
            objects.close();
        }
    }

    HttpService live() {
        return service.live();
    }

    HttpService media() {
        return service.media();
    }

    /// Its two ports. Each is opened again by itself: what the service knows is in this JVM, and goes on.
    List<Watched> ports() {
        return List.of(
                new Port(
                        new Condition("live", "live control"),
                        () -> LiveQuestions.control(config.controlPort(), config.token()),
                        () -> service.reopenControl()),
                new Port(
                        new Condition("rtmp", "RTMP ingest"),
                        () -> LiveQuestions.ingest(config.rtmpPort()),
                        () -> service.reopenIngest()));
    }

    private record Port(Condition condition, Step question, Step reopening) implements Watched {
        @Override
        public void probe() throws Exception {
            question.run();
        }

        @Override
        public void revive() throws Exception {
            reopening.run();
        }
    }

    @FunctionalInterface
    private interface Step {
        void run() throws Exception;
    }

    /// A transcoder ends by itself when its input closes; the tether is for one that does not.
    private record Tethered(Lifeline lifeline) implements ProcessRegistry {
        @Override
        public void started(ProcessHandle process) {
            lifeline.tether(process, Signal.TERM);
        }

        @Override
        public void ended(ProcessHandle process) {
            // the lifeline notices by itself
        }
    }
}
