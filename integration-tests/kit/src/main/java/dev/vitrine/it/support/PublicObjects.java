package dev.vitrine.it.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/// JSON objects behind the CDN path, as a browser reads them.
public final class PublicObjects {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private PublicObjects() {}

    /// @return nothing when it is not there (404)
    public static Optional<JsonNode> get(URI address) {
        var answer = fetch(address);
        return switch (answer.statusCode()) {
            case 200 -> Optional.of(read(answer));
            case 404 -> Optional.empty();
            default -> throw new AssertionError(address + " answered " + answer.statusCode());
        };
    }

    public static HttpResponse<byte[]> fetch(URI address) {
        try {
            var request = HttpRequest.newBuilder(address)
                    .header("accept-encoding", "gzip")
                    .timeout(Duration.ofSeconds(10))
                    .build();
            return HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(address.toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode read(HttpResponse<byte[]> answer) {
        var zipped = answer.headers().firstValue("content-encoding").orElse("").equals("gzip");
        try (InputStream raw = new ByteArrayInputStream(answer.body());
                InputStream content = zipped ? new GZIPInputStream(raw) : raw) {
            return JSON.readTree(content);
        } catch (IOException e) {
            throw new UncheckedIOException(answer.uri().toString(), e);
        }
    }
}
