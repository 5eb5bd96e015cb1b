package dev.vitrine.live;

import dev.vitrine.live.archive.Archive;
import dev.vitrine.live.archive.Spool;
import dev.vitrine.live.channel.ChannelGate;
import dev.vitrine.live.channel.Channels;
import dev.vitrine.live.channel.Outbox;
import dev.vitrine.live.channel.Streams;
import dev.vitrine.live.control.Addresses;
import dev.vitrine.live.control.BearerToken;
import dev.vitrine.live.control.ChannelService;
import dev.vitrine.live.control.JobService;
import dev.vitrine.live.control.MediaService;
import dev.vitrine.live.control.Snapshots;
import dev.vitrine.live.ffmpeg.Ffmpeg;
import dev.vitrine.live.http.LocalCallersOnly;
import dev.vitrine.live.http.Problems;
import dev.vitrine.live.jobs.Jobs;
import dev.vitrine.live.jobs.ReplayRenderer;
import dev.vitrine.live.origin.IngestService;
import dev.vitrine.live.origin.Origin;
import dev.vitrine.live.origin.OriginService;
import dev.vitrine.live.origin.PlaybackSessions;
import dev.vitrine.live.origin.Viewers;
import dev.vitrine.live.rtmp.RtmpLimits;
import dev.vitrine.live.rtmp.RtmpServer;
import dev.vitrine.live.transcode.Ladder;
import dev.vitrine.live.wire.Wire;
import dev.vitrine.live.wire.WireLimits;
import dev.vitrine.model.Ids;
import dev.vitrine.model.ProblemType;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.HttpService;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/// A cloud live service on one machine: takes RTMP, makes renditions, serves LL-HLS and LL-DASH, records, renders
/// replays. It knows channels, streams and jobs, and nothing of what its host does with them.
///
/// One start and one stop; its ports may be opened anew in between. What it acknowledged before a `kill -9`
/// is there after the next start on the same folder.
public final class LocalLive {
    private static final String LOOPBACK = "127.0.0.1";
    private static final String LADDER = "standard";
    private static final String INGEST = "/ingest";
    /// A listener lets its port go at once; streams take longer to flush.
    private static final Duration LET_GO = Duration.ofSeconds(2);

    private static final System.Logger LOG = System.getLogger(LocalLive.class.getName());

    private final LiveConfig config;
    private final PublishAuthorizer gate;
    private final OriginService live;
    private final MediaService media;
    private final IngestService ingest;
    private final ChannelService channelApi;
    private final JobService jobApi;
    private final Spool spool;
    private final Outbox outbox;
    private final Channels channels;
    private final Jobs jobs;
    private final Wire wire = new Wire(WireLimits.DEFAULTS, List.of());
    private volatile WebServer control;
    private volatile RtmpServer rtmp;
    /// Those that were opened first: a server that is closed knows none.
    private volatile int openedControlPort;
    private volatile int openedRtmpPort;

    /// @param ffmpeg installed and known to start
    public LocalLive(
            LiveConfig config,
            PublishAuthorizer authorizer,
            Notifications notifications,
            ObjectStore store,
            Ffmpeg ffmpeg) {
        this.config = config;
        InstantSource clock = InstantSource.system();
        SecureRandom random = new SecureRandom();
        Ids ids = Ids.system();
        Origin origin = new Origin(clock);
        Viewers viewers = new Viewers(clock);
        spool = new Spool(folder("spool"), store, Spool.MAX_BYTES);
        outbox = new Outbox(folder("notifications"), notifications);
        Archive archive = new Archive(spool, store);
        Streams streams = new Streams(
                ffmpeg, Ladder.named(LADDER), origin, archive, clock, random, folder("logs"), this::ingestUrl);
        channels = new Channels(folder("channels"), streams, archive, outbox, viewers, clock, () -> ids.next()
                .toString());
        jobs = new Jobs(folder("jobs"), new ReplayRenderer(store, ffmpeg, folder("rendering")), outbox);
        gate = new ChannelGate(authorizer, channels);
        PlaybackSessions sessions = new PlaybackSessions(config.sessionKey(), clock, random);
        live = new OriginService(origin, sessions, viewers, clock, config.publicUrl());
        media = new MediaService(store, config.publicPrefixes());
        ingest = new IngestService(origin);
        Addresses addresses = new Addresses(config.publicUrl(), this::rtmpPort);
        Snapshots snapshots = new Snapshots(ffmpeg, store);
        channelApi = new ChannelService(channels, channel -> rtmp.disconnect(channel), snapshots, addresses, random);
        jobApi = new JobService(jobs);
    }

    /// Opens its ports, tells and finishes what an earlier run left open.
    ///
    /// @throws IOException when a port cannot be bound; nothing is left running then
    public synchronized void start() throws IOException {
        control = openControl(config.controlPort());
        try {
            rtmp = openIngest(config.rtmpPort());
        } catch (IOException e) {
            control.stop();
            wire.close();
            throw e;
        }
        openedControlPort = control.port();
        openedRtmpPort = rtmp.port();
        spool.start();
        outbox.start();
        channels.start();
        jobs.start();
    }

    /// Opens the control port anew, when it does not answer any more. Streams and jobs go on.
    ///
    /// @throws IOException when it cannot be bound; calling again is safe
    public synchronized void reopenControl() throws IOException, InterruptedException {
        letGo("control", control::stop);
        control = openControl(openedControlPort);
    }

    /// Opens the RTMP port anew, when it does not answer any more. Streams end as at a disconnection, and their
    /// encoders come back.
    ///
    /// @throws IOException when it cannot be bound; calling again is safe
    public synchronized void reopenIngest() throws IOException, InterruptedException {
        letGo("RTMP", rtmp::close);
        rtmp = openIngest(openedRtmpPort);
    }

    /// On a thread of its own: what hangs may hang in its end as well.
    private static void letGo(String what, Runnable end) throws InterruptedException {
        if (!Thread.ofVirtual().name("close-" + what).start(end).join(LET_GO)) {
            LOG.log(System.Logger.Level.WARNING, "{0} did not close within {1}", what, LET_GO);
        }
    }

    private WebServer openControl(int port) throws IOException {
        WebServer opened = WebServer.builder()
                .address(InetAddress.getByName(LOOPBACK))
                .port(port)
                .shutdownHook(false)
                .protocolsDiscoverServices(false)
                .addConnectionSelector(wire)
                .routing(this::controlRoutes)
                .build()
                .start();
        if (!opened.isRunning()) {
            // Helidon has logged why, and throws nothing.
            throw new IOException("control port " + port + " cannot be bound");
        }
        return opened;
    }

    private RtmpServer openIngest(int port) throws IOException {
        try {
            return RtmpServer.start(
                    new InetSocketAddress(InetAddress.getByName(LOOPBACK), port), RtmpLimits.DEFAULTS, gate, channels);
        } catch (IOException e) {
            throw new IOException("RTMP port " + port + " cannot be bound", e);
        }
    }

    /// Ends every stream, flushes what ffmpeg holds, closes the ports. Recordings are closed at the next start.
    public synchronized void stop() throws InterruptedException {
        rtmp.close();
        control.stop();
        wire.close();
        channels.stop();
        jobs.stop();
        outbox.stop();
        spool.stop();
    }

    /// What the edge serves below `/live`.
    public HttpService live() {
        return live;
    }

    /// What the edge serves below `/media`.
    public HttpService media() {
        return media;
    }

    public int controlPort() {
        return openedControlPort;
    }

    public int rtmpPort() {
        return openedRtmpPort;
    }

    private void controlRoutes(HttpRouting.Builder routing) {
        routing.error(Throwable.class, (request, response, failure) -> {
            LOG.log(System.Logger.Level.ERROR, request.prologue().method() + " failed", failure);
            Problems.send(response, ProblemType.INTERNAL, "the request could not be done; it may be repeated");
        });
        routing.any(new LocalCallersOnly());
        routing.register(INGEST, ingest);
        var jobsAlone = new BearerToken(config.token(), config.jobsToken());
        routing.register("/jobs", rules -> rules.any(jobsAlone), jobApi);
        routing.any(new BearerToken(config.token()));
        routing.register("/channels", channelApi);
        routing.any((request, response) -> Problems.notFound(response, "nothing here"));
    }

    private String ingestUrl() {
        return "http://" + LOOPBACK + ":" + controlPort() + INGEST;
    }

    private Path folder(String name) {
        return config.dataFolder().resolve(name);
    }
}
