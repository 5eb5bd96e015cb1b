package dev.vitrine.live.origin;

import dev.vitrine.live.http.ByteRange;
import dev.vitrine.live.http.MediaTypes;
import dev.vitrine.live.http.Problems;
import dev.vitrine.model.ProblemType;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Sends headers (`init.mp4`), segments (`17.m4s`) and parts (`17.2.m4s`); what is still being made is sent as it
/// comes.
final class SegmentFiles {
    static final String IMMUTABLE = "public, max-age=31536000, immutable";
    private static final Pattern SEGMENT = Pattern.compile("(\\d{1,8})\\.m4s");
    private static final Pattern PART = Pattern.compile("(\\d{1,8})\\.(\\d{1,4})\\.m4s");

    /// Bytes of a growing segment, and whether they are its last.
    private record Piece(byte[] bytes, boolean last) {}

    void send(LiveStream stream, String track, String file, ServerRequest request, ServerResponse response)
            throws IOException, InterruptedException {
        Matcher segment = SEGMENT.matcher(file);
        Matcher part = PART.matcher(file);
        if (file.equals("init.mp4")) {
            Optional<byte[]> init =
                    stream.read(view -> view.track(track).flatMap(Track::init).map(InitSegment::bytes));
            whole(init, MediaTypes.MP4, request, response);
        } else if (part.matches()) {
            int number = Integer.parseInt(part.group(1));
            whole(part(stream, track, number, Integer.parseInt(part.group(2))), MediaTypes.SEGMENT, request, response);
        } else if (segment.matches()) {
            segment(stream, track, Integer.parseInt(segment.group(1)), request, response);
        } else {
            Problems.notFound(response, "no such file");
        }
    }

    private static Optional<byte[]> part(LiveStream stream, String name, int number, int part)
            throws InterruptedException {
        return stream.await(
                view -> !upcoming(view, name, number)
                        || view.track(name)
                                .flatMap(track -> track.segment(number))
                                .filter(segment -> segment.parts().size() > part)
                                .isPresent(),
                OriginService.HOLD,
                view -> view.track(name)
                        .flatMap(track -> track.segment(number))
                        .filter(segment -> segment.parts().size() > part)
                        .map(segment -> {
                            Part found = segment.parts().get(part);
                            return segment.copy(found.offset(), found.offset() + found.length());
                        }));
    }

    private static boolean upcoming(LiveStream.View view, String name, int number) {
        return view.track(name).map(track -> track.upcoming(number)).orElse(false);
    }

    private static void segment(
            LiveStream stream, String name, int number, ServerRequest request, ServerResponse response)
            throws IOException, InterruptedException {
        // only a whole segment has a length to cut from, or to tell
        boolean ranged = request.headers().contains(HeaderNames.RANGE)
                || request.prologue().method() == Method.HEAD;
        Optional<Piece> first = ranged ? finished(stream, name, number) : piece(stream, name, number, 0);
        if (first.isEmpty() || first.get().last()) {
            whole(first.map(Piece::bytes), MediaTypes.SEGMENT, request, response);
            return;
        }
        headers(response, MediaTypes.SEGMENT);
        try (OutputStream out = response.outputStream()) {
            int position = 0;
            Optional<Piece> next = first;
            while (next.isPresent()) {
                out.write(next.get().bytes());
                out.flush();
                position += next.get().bytes().length;
                next = next.get().last() ? Optional.empty() : rest(stream, name, number, position);
            }
        }
    }

    private static Optional<Piece> finished(LiveStream stream, String name, int number) throws InterruptedException {
        return stream.await(view -> !upcoming(view, name, number), OriginService.HOLD, view -> view.track(name)
                .flatMap(track -> track.segment(number))
                .filter(Segment::isComplete)
                .map(segment -> new Piece(segment.bytes(), true)));
    }

    /// @throws IOException when the segment stops growing: the viewer must see a broken transfer, not a short file
    private static Optional<Piece> rest(LiveStream stream, String name, int number, int position)
            throws IOException, InterruptedException {
        Optional<Piece> next = piece(stream, name, number, position);
        if (next.isEmpty()) {
            throw new IOException("segment " + number + " of " + name + " was not finished");
        }
        return next;
    }

    private static Optional<Piece> piece(LiveStream stream, String name, int number, int position)
            throws InterruptedException {
        return stream.await(
                view -> !upcoming(view, name, number) || more(view, name, number, position),
                OriginService.HOLD,
                view -> view.track(name)
                        .flatMap(track -> track.segment(number))
                        .filter(segment -> segment.isComplete() || segment.readable() > position)
                        .map(segment -> new Piece(segment.copy(position, segment.readable()), segment.isComplete())));
    }

    private static boolean more(LiveStream.View view, String name, int number, int position) {
        return view.track(name)
                .flatMap(track -> track.segment(number))
                .map(segment -> segment.isComplete() || segment.readable() > position)
                .orElse(false);
    }

    private static void whole(Optional<byte[]> found, String type, ServerRequest request, ServerResponse response) {
        if (found.isEmpty()) {
            Problems.notFound(response, "no such segment, or no longer");
            return;
        }
        byte[] bytes = found.get();
        response.header(HeaderNames.ACCEPT_RANGES, "bytes");
        switch (ByteRange.parse(request.headers().value(HeaderNames.RANGE), bytes.length)) {
            case ByteRange.Asked.Whole whole -> {
                headers(response, type);
                response.send(bytes);
            }
            case ByteRange.Asked.Part(ByteRange range) -> {
                headers(response, type);
                response.status(206).header(HeaderNames.CONTENT_RANGE, range.contentRange(bytes.length));
                response.send(bytes, (int) range.from(), (int) range.length());
            }
            case ByteRange.Asked.Unmet unmet -> {
                response.header(HeaderNames.CONTENT_RANGE, "bytes */" + bytes.length);
                Problems.send(response, ProblemType.RANGE_NOT_SATISFIABLE, "the file has " + bytes.length + " bytes");
            }
        }
    }

    private static void headers(ServerResponse response, String type) {
        response.header(HeaderNames.CONTENT_TYPE, type).header(HeaderNames.CACHE_CONTROL, IMMUTABLE);
    }
}
