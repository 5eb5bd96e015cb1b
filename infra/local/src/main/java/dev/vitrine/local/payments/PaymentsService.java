package dev.vitrine.local.payments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.vitrine.local.gateway.Problem;
import dev.vitrine.local.gateway.RequestBody;
import dev.vitrine.model.ProblemType;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The sandbox over HTTP, below `/local`: `POST payments/sessions` for merchants, `payments/{id}` for buyers.
final class PaymentsService implements HttpService {
    static final int MAX_BODY_BYTES = 16 * 1024;
    private static final JsonMapper JSON = new JsonMapper();
    private static final String CHOICE = "choice=";
    private static final int CREATED = 201;
    private static final int CONFLICT = 409;
    private static final int UNAVAILABLE = 503;

    private final PaymentsSandbox sandbox;
    private final MerchantSecret secret;
    private final String address;
    private final HostedPage page = new HostedPage();

    PaymentsService(PaymentsSandbox sandbox, MerchantSecret secret, String address) {
        this.sandbox = sandbox;
        this.secret = secret;
        this.address = address;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.post("/payments/sessions", this::open)
                .get("/payments/{id}", this::show)
                .post("/payments/{id}", this::decide);
    }

    private void open(ServerRequest request, ServerResponse response) throws IOException {
        if (!secret.provedBy(request.headers().first(HeaderNames.AUTHORIZATION).orElse(""))) {
            response.header(HeaderNames.WWW_AUTHENTICATE, "Bearer");
            Problem.unauthenticated("The secret is not the sandbox's").send(response);
            return;
        }
        var json = json(request, response);
        if (json.isPresent()) {
            open(json.get(), response);
        }
    }

    private void open(JsonNode json, ServerResponse response) {
        PaymentRequest asked;
        try {
            asked = PaymentRequest.parse(json);
        } catch (IllegalArgumentException e) {
            Problem.malformed(e.getMessage()).send(response);
            return;
        }
        switch (sandbox.open(asked)) {
            case Opening.Opened(var session) -> created(session, response);
            case Opening.KeyReused() ->
                new Problem(ProblemType.IDEMPOTENCY_CONFLICT, "idempotencyKey: belongs to a session with other content")
                        .send(response);
            case Opening.Full() ->
                new Problem(ProblemType.UNAVAILABLE, "The sandbox is full: no session is over yet; try again later")
                        .send(response);
        }
    }

    private void created(Session session, ServerResponse response) {
        response.status(CREATED)
                .header(HeaderNames.CONTENT_TYPE, "application/json")
                .header(HeaderNames.CACHE_CONTROL, "no-store")
                .send(JSON.createObjectNode()
                        .put("id", session.id())
                        .put("payUrl", address + "/" + session.id())
                        .toString());
    }

    private void show(ServerRequest request, ServerResponse response) {
        page.send(find(request), request, response);
    }

    /// The answer leads on by GET, so that a reload decides nothing again.
    private void decide(ServerRequest request, ServerResponse response) throws IOException {
        var body = body(request, response);
        if (body.isEmpty()) {
            return;
        }
        var word = new String(body.get(), StandardCharsets.UTF_8);
        var choice = word.startsWith(CHOICE) ? Choice.of(word.substring(CHOICE.length())) : Optional.<Choice>empty();
        if (choice.isEmpty()) {
            Problem.malformed("choice: must be pay, refuse, pay-late or pay-with-duplicates")
                    .send(response);
            return;
        }
        var decided = sandbox.decide(request.path().pathParameters().get("id"), choice.get());
        if (decided.isEmpty() || decided.get().state() == SessionState.EXPIRED) {
            page.send(decided, request, response);
        } else {
            response.status(303)
                    .header(HeaderNames.LOCATION, returnAddress(decided.get()))
                    .send();
        }
    }

    private Optional<Session> find(ServerRequest request) {
        return sandbox.find(request.path().pathParameters().get("id"));
    }

    /// Where the buyer goes afterwards: tells the reference and no result, which only a signed callback can.
    static String returnAddress(Session session) {
        var base = session.request().returnUrl();
        var fragment = base.indexOf('#');
        var address = fragment < 0 ? base : base.substring(0, fragment);
        return address
                + (address.indexOf('?') < 0 ? "?" : "&")
                + "top-up="
                + URLEncoder.encode(session.request().reference(), StandardCharsets.UTF_8)
                + (fragment < 0 ? "" : base.substring(fragment));
    }

    private static Optional<JsonNode> json(ServerRequest request, ServerResponse response) throws IOException {
        var body = body(request, response);
        if (body.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readTree(body.get()));
        } catch (IOException e) {
            Problem.malformed("The body is not JSON").send(response);
            return Optional.empty();
        }
    }

    /// Empty if it was too large, which is then answered.
    private static Optional<byte[]> body(ServerRequest request, ServerResponse response) throws IOException {
        var body = RequestBody.read(request, MAX_BODY_BYTES);
        if (body.isEmpty()) {
            response.header(HeaderNames.CONNECTION, "close");
            Problem.tooLarge(MAX_BODY_BYTES).send(response);
        }
        return body;
    }
}
