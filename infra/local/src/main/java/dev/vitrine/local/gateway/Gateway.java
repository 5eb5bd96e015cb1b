package dev.vitrine.local.gateway;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.vitrine.local.catalog.Catalog;
import dev.vitrine.local.runtime.FailureKind;
import dev.vitrine.local.runtime.InvocationResult;
import dev.vitrine.local.runtime.Invoker;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/// The HTTP API: CORS, throttle, route, authorize, read, invoke, answer, in this order.
public final class Gateway implements HttpService {
    /// Lambda takes no larger event in a synchronous call ("Lambda quotas": 6 MB), and no body can be larger than
    /// its event.
    public static final int MAX_BODY_BYTES = 6 * 1024 * 1024;

    private static final String BUSY_RETRY_SECONDS = "1";

    static final String REQUEST_ID = "apigw-requestid";

    private final Routes routes;
    private final Cors cors;
    private final JwtAuthorizer authorizer;
    private final Throttle throttle;
    private final Invoker invoker;

    /// @throws IllegalStateException if a contract of the catalog cannot be used
    public Gateway(Catalog catalog, JwtAuthorizer authorizer, ThrottleSettings limits, Invoker invoker) {
        this.routes = Routes.of(catalog);
        this.cors = new Cors(Routes.contracts(catalog));
        this.authorizer = authorizer;
        this.throttle = new Throttle(limits, System::nanoTime);
        this.invoker = invoker;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.any(this::handle);
    }

    private void handle(ServerRequest request, ServerResponse response) throws IOException {
        cors.allow(request, response);
        var path = request.prologue().uriPath().rawPath();
        if (Cors.preflight(request)) {
            cors.answer(routes.methodsAt(path), response);
            return;
        }
        var wait = throttle.refuse(RequestEvent.sourceIp(request));
        if (wait.isPresent()) {
            tooMany(response, wait.get());
            return;
        }
        Routes.Match match;
        try {
            match = routes.match(request.prologue().method().text(), path);
        } catch (IllegalArgumentException brokenEscape) {
            Problem.malformed("The path has a percent escape that is broken, or of what is not UTF-8")
                    .send(response);
            return;
        }
        switch (match) {
            case Routes.Match.Found found -> authorize(request, response, found);
            case Routes.Match.WrongMethod(var allowed) -> {
                response.header(HeaderNames.ALLOW, allowed);
                Problem.methodNotAllowed(allowed).send(response);
            }
            case Routes.Match.None() -> Problem.notFound().send(response);
        }
    }

    private void authorize(ServerRequest request, ServerResponse response, Routes.Match.Found found)
            throws IOException {
        switch (authorizer.judge(request.headers().first(HeaderNames.AUTHORIZATION))) {
            case JwtAuthorizer.Verdict.Valid(var claims) -> read(request, response, found, Optional.of(claims));
            case JwtAuthorizer.Verdict.Absent()
            when !found.route().secured() -> read(request, response, found, Optional.empty());
            case JwtAuthorizer.Verdict.Absent() -> unauthorized(response, "Bearer", "No token was sent");
            case JwtAuthorizer.Verdict.Invalid(var reason) ->
                unauthorized(response, "Bearer error=\"invalid_token\"", reason);
        }
    }

    private static void unauthorized(ServerResponse response, String challenge, String reason) {
        response.header(HeaderNames.WWW_AUTHENTICATE, challenge);
        Problem.unauthenticated(reason).send(response);
    }

    private void read(
            ServerRequest request, ServerResponse response, Routes.Match.Found found, Optional<JWTClaimsSet> claims)
            throws IOException {
        var body = RequestBody.read(request, MAX_BODY_BYTES);
        if (body.isEmpty()) {
            tooLarge(request, response);
            return;
        }
        var requestId = UUID.randomUUID().toString();
        var trace =
                request.headers().first(HeaderNames.create("x-amzn-trace-id")).orElseGet(TraceHeader::make);
        byte[] event;
        try {
            event = RequestEvent.render(
                    request, found.route(), found.parameters(), claims, body.get(), requestId, trace);
        } catch (IllegalArgumentException brokenEscape) {
            Problem.malformed("The query has a percent escape that is broken, or of what is not UTF-8")
                    .send(response);
            return;
        }
        if (event.length > MAX_BODY_BYTES) {
            tooLarge(request, response);
            return;
        }
        answer(request, response, invoker.invoke(found.route().function(), event, Optional.of(trace)), requestId);
    }

    /// The connection ends with the answer.
    private static void tooLarge(ServerRequest request, ServerResponse response) {
        response.header(HeaderNames.CONNECTION, "close");
        Problem.tooLarge(MAX_BODY_BYTES).send(response);
        RequestBody.discard(request);
    }

    private static void answer(
            ServerRequest request, ServerResponse response, InvocationResult result, String requestId) {
        response.header(REQUEST_ID, requestId);
        switch (result) {
            case InvocationResult.Answered(var functionRequest, var payload) ->
                FunctionResponse.parse(payload)
                        .ifPresentOrElse(
                                parsed -> send(request, response, parsed),
                                () -> Problem.functionFailed(functionRequest).send(response));
            case InvocationResult.Failed failed -> problemOf(failed).send(response);
            case InvocationResult.Throttled _ -> {
                response.header(HeaderNames.RETRY_AFTER, BUSY_RETRY_SECONDS);
                Problem.tooManyRequests().send(response);
            }
        }
    }

    private static Problem problemOf(InvocationResult.Failed failed) {
        return failed.kind() == FailureKind.TIMED_OUT
                ? Problem.functionTimedOut(failed.requestId())
                : Problem.functionFailed(failed.requestId());
    }

    private static void send(ServerRequest request, ServerResponse response, FunctionResponse function) {
        var answer = Compression.of(request, function);
        response.status(answer.status());
        answer.headers().forEach((name, value) -> response.headers().set(HeaderNames.create(name), value));
        answer.cookies().forEach(cookie -> response.headers().add(HeaderNames.SET_COOKIE, cookie));
        if (answer.body().length == 0) {
            response.headers().remove(HeaderNames.CONTENT_TYPE);
            response.send();
        } else if (request.prologue().method().text().equals("HEAD")) {
            response.header(HeaderNames.CONTENT_LENGTH, Integer.toString(answer.body().length));
            response.send();
        } else {
            response.send(answer.body());
        }
    }

    private static void tooMany(ServerResponse response, Duration wait) {
        response.header(HeaderNames.RETRY_AFTER, Throttle.seconds(wait));
        Problem.tooManyRequests().send(response);
    }
}
