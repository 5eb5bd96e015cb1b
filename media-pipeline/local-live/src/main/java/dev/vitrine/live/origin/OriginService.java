package dev.vitrine.live.origin;

import dev.vitrine.live.http.Cors;
import dev.vitrine.live.http.MediaTypes;
import dev.vitrine.live.http.Problems;
import dev.vitrine.live.http.Reads;
import dev.vitrine.model.ProblemType;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/// What viewers read, below `/live`: stable addresses of a channel, and everything of a stream below its own folder.
///
/// A stable address answers with a playback session in what it names: `session/{session}/` before the
/// folder. All that lies there names the rest by relative addresses, so every player takes its session
/// along, and what is sent is what the folder itself has: a CDN cuts the session out of the address
/// before it looks into its cache.
public final class OriginService implements HttpService {
    /// The longest a request is held for what is about to exist: three segments (RFC 8216bis, 6.2.5.2).
    public static final Duration HOLD = Duration.ofSeconds(6);
    /// Playlists and the manifest of a stream change all the time: a CDN asks once a second, not once a
    /// viewer.
    private static final String SHORT_LIVED = "max-age=1";
    /// A playlist asked for by its number never changes in a way that matters to who asked for it.
    private static final String NUMBERED = "max-age=12";
    /// What issues a session is for one viewer.
    private static final String OF_ONE_VIEWER = "no-store";

    private static final String SESSION = "session/";
    private static final String MEDIA = ".m4s";

    private final Origin origin;
    private final PlaybackSessions sessions;
    private final Viewers viewers;
    private final SegmentFiles files = new SegmentFiles();
    private final InstantSource clock;
    private final String publicUrl;

    /// @param publicUrl of the edge, without a closing slash
    public OriginService(
            Origin origin, PlaybackSessions sessions, Viewers viewers, InstantSource clock, String publicUrl) {
        this.origin = origin;
        this.sessions = sessions;
        this.viewers = viewers;
        this.clock = clock;
        this.publicUrl = publicUrl;
    }

    @Override
    public void routing(HttpRules rules) {
        Cors.open(rules);
        Reads.of(rules, "/time", this::time);
        Reads.of(rules, "/{channel}/master.m3u8", this::master);
        Reads.of(rules, "/{channel}/manifest.mpd", this::currentManifest);
        for (String folder : List.of("/{channel}/", "/{channel}/" + SESSION + "{session}/")) {
            Reads.of(rules, folder + "{stream}/manifest.mpd", this::manifest);
            Reads.of(rules, folder + "{stream}/{track}/media.m3u8", this::media);
            Reads.of(rules, folder + "{stream}/{track}/{file}", this::file);
        }
        rules.any((request, response) -> Problems.notFound(response, "nothing here"));
    }

    private void time(ServerRequest request, ServerResponse response) {
        response.header(HeaderNames.CACHE_CONTROL, "no-store");
        text(
                response,
                "text/plain",
                clock.instant().truncatedTo(ChronoUnit.MILLIS).toString());
    }

    private void master(ServerRequest request, ServerResponse response) throws InterruptedException {
        Optional<LiveStream> stream = playable(origin.current(channel(request)), response);
        if (stream.isPresent()) {
            String folder = SESSION + sessions.issue(channel(request)) + "/"
                    + stream.get().id() + "/";
            String body = stream.get().read(view -> HlsMaster.render(view, folder));
            response.header(HeaderNames.CACHE_CONTROL, OF_ONE_VIEWER);
            text(response, MediaTypes.HLS, body);
        }
    }

    private void currentManifest(ServerRequest request, ServerResponse response) throws InterruptedException {
        Optional<LiveStream> stream = playable(origin.current(channel(request)), response);
        if (stream.isPresent()) {
            String folder = publicUrl + "/live/" + channel(request) + "/" + SESSION + sessions.issue(channel(request))
                    + "/" + stream.get().id() + "/";
            dash(response, stream.get(), Optional.of(folder), OF_ONE_VIEWER);
        }
    }

    private void manifest(ServerRequest request, ServerResponse response) throws InterruptedException {
        Optional<LiveStream> stream = playable(named(request), response);
        if (stream.isPresent()) {
            dash(response, stream.get(), Optional.empty(), SHORT_LIVED);
        }
    }

    private void dash(ServerResponse response, LiveStream stream, Optional<String> folder, String cache) {
        String body = stream.read(view -> DashManifest.render(view, folder, publicUrl + "/live/time", clock.instant()));
        response.header(HeaderNames.CACHE_CONTROL, cache);
        text(response, MediaTypes.DASH, body);
    }

    private void media(ServerRequest request, ServerResponse response) throws InterruptedException {
        Optional<LiveStream> stream = playable(named(request), response);
        if (stream.isEmpty()) {
            return;
        }
        switch (BlockingReload.parse(request.query())) {
            case BlockingReload.Bad bad -> Problems.send(response, ProblemType.MALFORMED_REQUEST, bad.reason());
            case BlockingReload.Now now -> playlist(request, response, stream.get(), 1, 0, SHORT_LIVED);
            case BlockingReload.Until until ->
                playlist(request, response, stream.get(), until.segment(), until.part(), NUMBERED);
        }
    }

    private void playlist(
            ServerRequest request, ServerResponse response, LiveStream stream, int segment, int part, String cache)
            throws InterruptedException {
        String name = request.path().pathParameters().get("track");
        boolean sensible = stream.read(view -> view.track(name)
                .map(track -> segment <= track.newest().orElse(0) + BlockingReload.MAX_AHEAD)
                .orElse(true));
        if (!sensible) {
            Problems.send(response, ProblemType.MALFORMED_REQUEST, "_HLS_msn is too far ahead");
            return;
        }
        Optional<String> body = stream.await(
                view -> view.track(name)
                        .map(track -> track.reached(segment, part))
                        .orElse(true),
                HOLD,
                view -> view.track(name).map(track -> HlsMedia.render(view, track)));
        if (body.isEmpty()) {
            Problems.notFound(response, "no such rendition");
            return;
        }
        response.header(HeaderNames.CACHE_CONTROL, cache);
        text(response, MediaTypes.HLS, body.get());
    }

    private void file(ServerRequest request, ServerResponse response) throws Exception {
        Optional<LiveStream> stream = named(request);
        if (stream.isEmpty()) {
            Problems.notFound(response, "no such stream");
            return;
        }
        var path = request.path().pathParameters();
        String file = path.get("file");
        files.send(stream.get(), path.get("track"), file, request, response);
        boolean fetched = request.prologue().method() == Method.GET;
        if (fetched && file.endsWith(MEDIA) && response.status().family() == Status.Family.SUCCESSFUL) {
            path.first("session").ifPresent(session -> fetched(session, request));
        }
    }

    /// A session that is not valid gets its media all the same, and counts nothing.
    private void fetched(String session, ServerRequest request) {
        if (sessions.valid(session, channel(request))) {
            viewers.fetched(channel(request), session, Network.of(request.remotePeer()));
        }
    }

    /// The stream, once players can start with it; otherwise the answer has been sent.
    private static Optional<LiveStream> playable(Optional<LiveStream> stream, ServerResponse response)
            throws InterruptedException {
        if (stream.isPresent() && stream.get().awaitPlayable(HOLD)) {
            return stream;
        }
        Problems.notFound(response, "nothing is on air here");
        return Optional.empty();
    }

    private Optional<LiveStream> named(ServerRequest request) {
        return origin.stream(channel(request), request.path().pathParameters().get("stream"));
    }

    private static String channel(ServerRequest request) {
        return request.path().pathParameters().get("channel");
    }

    private static void text(ServerResponse response, String type, String body) {
        response.header(HeaderNames.CONTENT_TYPE, type).send(body.getBytes(StandardCharsets.UTF_8));
    }
}
