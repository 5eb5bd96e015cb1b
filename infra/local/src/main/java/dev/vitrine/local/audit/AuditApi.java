package dev.vitrine.local.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// Asks audits of a running local cloud, signed in as an auditor by its own issuer.
public final class AuditApi {
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration TIMEOUT = Duration.ofSeconds(40);
    private static final Duration BETWEEN = Duration.ofMillis(250);
    private static final String AUDITOR =
            "{\"subject\":\"audit\",\"name\":\"Audit\",\"roles\":[\"auditor\"],\"expiresInSeconds\":86400}";

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();
    private final URI base;
    private final String token;

    private AuditApi(URI base, String token) {
        this.base = base;
        this.token = token;
    }

    /// @param token of an auditor, from whichever issuer the cloud trusts
    public static AuditApi with(URI base, String token) {
        return new AuditApi(base, token);
    }

    public static AuditApi signIn(URI base) throws IOException, InterruptedException {
        var nobody = new AuditApi(base, "");
        return new AuditApi(
                base,
                nobody.call("POST", "/local/token", AUDITOR)
                        .path("access_token")
                        .asText());
    }

    /// Starts the audit, or finds it running, and waits for its end.
    ///
    /// @param path of the audit
    /// @param patience after which a verification that still runs is a failure
    public JsonNode run(String path, Duration patience) throws IOException, InterruptedException {
        var deadline = System.nanoTime() + patience.toNanos();
        var report = call("POST", path, "");
        while (!report.path("state").asText().equals("DONE")) {
            if (System.nanoTime() > deadline) {
                throw new IOException(path + " was not done within " + patience + ": " + report);
            }
            TimeUnit.NANOSECONDS.sleep(BETWEEN.toNanos());
            report = call("GET", path, "");
        }
        return report;
    }

    private JsonNode call(String method, String path, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(TIMEOUT)
                .header("content-type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("authorization", "Bearer " + token);
        }
        var response = http.send(request.build(), BodyHandlers.ofString());
        if (response.statusCode() >= 300) {
            throw new IOException(method + " " + path + " answered " + response.statusCode() + ": " + response.body());
        }
        return json.readTree(response.body());
    }
}
