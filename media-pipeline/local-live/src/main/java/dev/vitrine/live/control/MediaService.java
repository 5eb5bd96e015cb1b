package dev.vitrine.live.control;

import dev.vitrine.live.ObjectStore;
import dev.vitrine.live.http.ByteRange;
import dev.vitrine.live.http.Cors;
import dev.vitrine.live.http.Problems;
import dev.vitrine.model.ProblemType;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Public objects of the bucket, below `/media`: those below certain prefixes, nothing else.
/// Each is served as it was stored: its bytes, their coding, how long a cache may keep them.
public final class MediaService implements HttpService {
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]+(/[A-Za-z0-9_-][A-Za-z0-9._-]*)+");

    private final ObjectStore store;
    private final List<String> prefixes;

    /// @param prefixes objects whose keys begin so are anyone's to read
    public MediaService(ObjectStore store, List<String> prefixes) {
        this.store = store;
        this.prefixes = List.copyOf(prefixes);
    }

    @Override
    public void routing(HttpRules rules) {
        Cors.open(rules);
        rules.get("/*", this::get);
    }

    private void get(ServerRequest request, ServerResponse response) throws IOException {
        String path = request.path().path();
        String key = path.startsWith("/") ? path.substring(1) : path;
        boolean open = KEY.matcher(key).matches() && prefixes.stream().anyMatch(key::startsWith);
        Optional<ObjectStore.Facts> facts = open ? store.head(key) : Optional.empty();
        if (facts.isEmpty()) {
            Problems.notFound(response, "no such object");
        } else {
            send(key, facts.get(), request, response);
        }
    }

    private void send(String key, ObjectStore.Facts facts, ServerRequest request, ServerResponse response)
            throws IOException {
        response.header(HeaderNames.ETAG, facts.etag());
        response.header(HeaderNames.ACCEPT_RANGES, "bytes");
        response.header(
                HeaderNames.CACHE_CONTROL,
                Optional.ofNullable(facts.cacheControl()).orElse("no-cache"));
        if (request.headers()
                .value(HeaderNames.IF_NONE_MATCH)
                .filter(facts.etag()::equals)
                .isPresent()) {
            response.status(304).send();
            return;
        }
        Optional<String> range = request.headers().value(HeaderNames.RANGE);
        switch (ByteRange.parse(range, facts.length())) {
            case ByteRange.Asked.Whole whole -> stream(store.get(key), facts.length(), facts, response);
            case ByteRange.Asked.Part(ByteRange part) -> {
                response.status(206).header(HeaderNames.CONTENT_RANGE, part.contentRange(facts.length()));
                stream(store.get(key, part.from(), part.to()), part.length(), facts, response);
            }
            case ByteRange.Asked.Unmet unmet -> {
                response.header(HeaderNames.CONTENT_RANGE, "bytes */" + facts.length());
                Problems.send(
                        response, ProblemType.RANGE_NOT_SATISFIABLE, "the object has " + facts.length() + " bytes");
            }
        }
    }

    private static void stream(
            Optional<ObjectStore.Stored> found, long length, ObjectStore.Facts facts, ServerResponse response)
            throws IOException {
        if (found.isEmpty()) {
            Problems.notFound(response, "no such object");
            return;
        }
        response.header(HeaderNames.CONTENT_TYPE, facts.contentType());
        facts.contentEncoding().ifPresent(coding -> response.header(HeaderNames.CONTENT_ENCODING, coding));
        response.contentLength(length);
        try (ObjectStore.Stored stored = found.get();
                OutputStream out = response.outputStream()) {
            stored.content().transferTo(out);
        }
    }
}
