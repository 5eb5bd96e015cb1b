package dev.vitrine.local.gateway;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/// Texts above a size go out zipped to whoever takes that, as a CDN in front of the API does it: the entity tag becomes
/// a weak one (CloudFront, "Serve compressed files").
final class Compression {
    /// Below it the two headers cost about what is saved.
    static final int LEAST_BYTES = 1024;

    private static final Pattern TEXT = Pattern.compile("(text/.*|application/(.*\\+)?(json|xml|x-ndjson))(;.*)?");

    private Compression() {}

    static FunctionResponse of(ServerRequest request, FunctionResponse answer) {
        var type = answer.headers().getOrDefault("content-type", "");
        if (answer.body().length <= LEAST_BYTES
                || answer.headers().containsKey("content-encoding")
                || !TEXT.matcher(type).matches()) {
            return answer;
        }
        var headers = new LinkedHashMap<>(answer.headers());
        headers.merge("vary", "accept-encoding", (own, more) -> own + ", " + more);
        var accepted = request.headers().first(HeaderNames.ACCEPT_ENCODING).orElse("");
        if (!Codings.accepts(accepted, "gzip")) {
            return new FunctionResponse(answer.status(), headers, answer.cookies(), answer.body());
        }
        headers.put("content-encoding", "gzip");
        Optional.ofNullable(headers.get("etag"))
                .filter(tag -> !tag.startsWith("W/"))
                .ifPresent(tag -> headers.put("etag", "W/" + tag));
        return new FunctionResponse(answer.status(), headers, answer.cookies(), zipped(answer.body()));
    }

    private static byte[] zipped(byte[] body) {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException("memory is always writable", e);
        }
        return bytes.toByteArray();
    }
}
