package dev.vitrine.live.control;

import dev.vitrine.live.ObjectStore;
import dev.vitrine.live.http.ByteRange;
import dev.vitrine.live.http.Cors;
import dev.vitrine.live.http.Problems;
import dev.vitrine.live.http.Reads;
import dev.vitrine.model.ProblemType;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Public objects of the bucket, below `/media`: those below certain prefixes, nothing else.
/// Each is served as it was stored: its bytes, their coding, how long a cache may keep them.
public final class MediaService implements HttpService {
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]+(/[A-Za-z0-9_-][A-Za-z0-9._-]*)+");

    private static final Pattern MD5 = Pattern.compile("\"[0-9a-f]{32}\"");
    /// Playlists, segments of talk, covers; media of replays is larger, and written once.
    private static final long SMALL = 256 << 10;

    private static final int MAX_READS = 5;

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
        Reads.of(rules, "/*", this::get);
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
        if (request.headers()
                .value(HeaderNames.IF_NONE_MATCH)
                .filter(facts.etag()::equals)
                .isPresent()) {
            described(facts, response).status(304).send();
            return;
        }
        switch (ByteRange.parse(range(request, facts), facts.length())) {
            case ByteRange.Asked.Unmet unmet -> {
                described(facts, response).header(HeaderNames.CONTENT_RANGE, "bytes */" + facts.length());
                Problems.send(
                        response, ProblemType.RANGE_NOT_SATISFIABLE, "the object has " + facts.length() + " bytes");
            }
            case ByteRange.Asked.Whole whole
            when request.prologue().method() == Method.HEAD ->
                length(facts.length(), described(facts, response)).send();
            case ByteRange.Asked.Whole whole -> stream(whole(key), Optional.empty(), response);
            case ByteRange.Asked.Part(ByteRange part) -> {
                Optional<ObjectStore.Stored> found = store.get(key, part.from(), part.to());
                if (found.isPresent() && !found.get().facts().etag().equals(facts.etag())) {
                    // written anew since it was looked at: a part of that is no part of this
                    found.get().close();
                    get(request, response);
                } else {
                    stream(found, Optional.of(part.contentRange(facts.length())), response);
                }
            }
        }
    }

    /// The bucket writes an object's content and its tag in two steps, so a reader in between gets the one
    /// without the other, and a cache would keep it. What is small enough to be written anew is read whole
    /// and held against its tag.
    private Optional<ObjectStore.Stored> whole(String key) throws IOException {
        Optional<ObjectStore.Stored> found = store.get(key);
        for (int tries = 0;
                tries < MAX_READS && found.isPresent() && found.get().facts().length() <= SMALL;
                tries++) {
            ObjectStore.Facts facts = found.get().facts();
            byte[] bytes = found.get().bytes();
            if (bytes.length == facts.length() && isOf(facts.etag(), bytes)) {
                return Optional.of(new ObjectStore.Stored(facts, new ByteArrayInputStream(bytes)));
            }
            found = store.get(key);
        }
        return found;
    }

    /// Whether the tag is of these bytes, as far as a tag tells: an upload in parts has one that does not.
    private static boolean isOf(String etag, byte[] bytes) {
        if (!MD5.matcher(etag).matches()) {
            return true;
        }
        try {
            byte[] hash = MessageDigest.getInstance("MD5").digest(bytes);
            return etag.equals('"' + HexFormat.of().formatHex(hash) + '"');
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has MD5", e);
        }
    }

    /// A part of what the asker has already is of no use if the rest of it was written anew (RFC 9110, 13.1.5).
    private static Optional<String> range(ServerRequest request, ObjectStore.Facts facts) {
        boolean other = request.headers()
                .value(HeaderNames.IF_RANGE)
                .filter(tag -> !tag.equals(facts.etag()))
                .isPresent();
        return other ? Optional.empty() : request.headers().value(HeaderNames.RANGE);
    }

    /// What is sent is what the store's answer says that it is: the object may have been written anew
    /// since it was looked at.
    private static void stream(Optional<ObjectStore.Stored> found, Optional<String> range, ServerResponse response)
            throws IOException {
        if (found.isEmpty()) {
            Problems.notFound(response, "no such object");
            return;
        }
        try (ObjectStore.Stored stored = found.get()) {
            range.ifPresent(part -> response.status(206).header(HeaderNames.CONTENT_RANGE, part));
            length(stored.facts().length(), described(stored.facts(), response));
            try (OutputStream out = response.outputStream()) {
                stored.content().transferTo(out);
            }
        }
    }

    private static ServerResponse length(long bytes, ServerResponse response) {
        response.contentLength(bytes);
        return response;
    }

    private static ServerResponse described(ObjectStore.Facts facts, ServerResponse response) {
        response.header(HeaderNames.ETAG, facts.etag())
                .header(HeaderNames.ACCEPT_RANGES, "bytes")
                .header(HeaderNames.CONTENT_TYPE, facts.contentType())
                .header(
                        HeaderNames.CACHE_CONTROL,
                        Optional.ofNullable(facts.cacheControl()).orElse("no-cache"));
        facts.contentEncoding().ifPresent(coding -> response.header(HeaderNames.CONTENT_ENCODING, coding));
        return response;
    }
}
