package dev.vitrine.live.origin;

import dev.vitrine.live.http.Problems;
import dev.vitrine.model.ProblemType;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes a transcoder's files while they are made: `PUT /{stream}/{secret}/{file}`. Loopback only.
public final class IngestService implements HttpService {
    private static final System.Logger LOG = System.getLogger(IngestService.class.getName());
    private static final Pattern INIT = Pattern.compile("init-(\\d{1,2})\\.mp4");
    private static final Pattern SEGMENT = Pattern.compile("(\\d{1,2})-(\\d{1,8})\\.m4s");
    private static final int READ_BYTES = 64 << 10;

    private final Origin origin;

    public IngestService(Origin origin) {
        this.origin = origin;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.put("/{stream}/{secret}/{file}", this::put);
        // ffmpeg tidies what left its own window; the origin keeps a longer one.
        rules.delete("/{stream}/{secret}/{file}", (request, response) -> response.status(204)
                .send());
    }

    private void put(ServerRequest request, ServerResponse response) {
        var path = request.path().pathParameters();
        Optional<LiveStream> stream = origin.ingest(path.get("stream"), path.get("secret"));
        if (stream.isEmpty()) {
            Problems.notFound(response, "no such stream");
            return;
        }
        try (InputStream body = request.content().inputStream()) {
            store(stream.get(), path.get("file"), body);
            response.status(204).send();
        } catch (MalformedMedia e) {
            LOG.log(System.Logger.Level.WARNING, "stream {0}: {1}", stream.get().id(), e.getMessage());
            Problems.send(response, ProblemType.INVALID_FIELD, e.getMessage());
        } catch (CloseConnectionException e) {
            // ffmpeg has died; its stream's publisher hears of that by the pipe. There is nobody left to answer.
            LOG.log(
                    System.Logger.Level.INFO,
                    "stream {0}: a transfer broke off",
                    stream.get().id());
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void store(LiveStream stream, String file, InputStream body) throws IOException {
        Matcher init = INIT.matcher(file);
        Matcher segment = SEGMENT.matcher(file);
        if (init.matches()) {
            byte[] bytes = body.readNBytes(InitSegment.MAX_BYTES + 1);
            if (bytes.length > InitSegment.MAX_BYTES) {
                throw new MalformedMedia("header larger than " + InitSegment.MAX_BYTES + " bytes");
            }
            stream.storeInit(track(stream, init.group(1)), bytes);
        } else if (segment.matches()) {
            storeSegment(stream, track(stream, segment.group(1)), Integer.parseInt(segment.group(2)), body);
        } else {
            // ffmpeg's own manifest: the origin writes its own.
            body.transferTo(OutputStream.nullOutputStream());
        }
    }

    private static void storeSegment(LiveStream stream, String track, int number, InputStream body) throws IOException {
        Segment segment = stream.openSegment(track, number);
        try {
            byte[] buffer = new byte[READ_BYTES];
            for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
                stream.append(track, segment, buffer, count);
            }
            stream.completeSegment(track, number, segment);
        } finally {
            stream.closeSegment(track, number, segment);
        }
    }

    private static String track(LiveStream stream, String index) {
        return stream.trackNumbered(Integer.parseInt(index))
                .orElseThrow(() -> new MalformedMedia("no track is numbered " + index));
    }
}
