package dev.vitrine.local.payments;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/// Makes one attempt to tell the merchant. Redirects are not followed: they would leave this machine.
final class CallbackSender implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(CallbackSender.class.getName());
    private static final JsonMapper JSON = new JsonMapper();
    private static final int SUCCESS = 2;
    private static final int STATUS_CLASS = 100;

    private final String secret;
    private final SandboxSettings settings;
    private final Clock clock;
    private final HttpClient client;

    CallbackSender(String secret, SandboxSettings settings, Clock clock) {
        this.secret = secret;
        this.settings = settings;
        this.clock = clock;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.callbackTimeout())
                .build();
    }

    /// Whether every copy was answered with 2xx.
    boolean send(Session session, Notice notice) {
        var body = body(session, notice);
        var answers = Stream.generate(() -> post(session, body))
                .limit(notice.copies())
                .toList();
        return answers.stream().map(CompletableFuture::join).reduce(true, Boolean::logicalAnd);
    }

    private CompletableFuture<Boolean> post(Session session, String body) {
        var request = HttpRequest.newBuilder(URI.create(session.request().notifyUrl()))
                .timeout(settings.callbackTimeout())
                .header("Content-Type", "application/json")
                .header(CallbackSignature.HEADER, CallbackSignature.of(secret, clock.instant(), body))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.sendAsync(request, HttpResponse.BodyHandlers.discarding())
                .handle((answer, failure) -> taken(session, answer, failure));
    }

    private static boolean taken(Session session, HttpResponse<Void> answer, Throwable failure) {
        if (failure == null && answer.statusCode() / STATUS_CLASS == SUCCESS) {
            return true;
        }
        LOG.log(
                System.Logger.Level.WARNING,
                "callback of " + session.id() + " to " + session.request().notifyUrl() + " was not taken: "
                        + (failure == null ? "status " + answer.statusCode() : failure));
        return false;
    }

    private static String body(Session session, Notice notice) {
        return JSON.createObjectNode()
                .put("id", notice.id())
                .put("type", notice.kind().type)
                .put("session", session.id())
                .put("reference", session.request().reference())
                .put("amount", session.request().amount())
                .put("currency", session.request().currency())
                .put("at", notice.at().toString())
                .toString();
    }

    @Override
    public void close() {
        client.shutdownNow();
        client.close();
    }
}
