package dev.vitrine.platform.test;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import dev.vitrine.platform.json.Json;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// A request as the gateway hands it over, after it has routed and verified.
public final class GatewayCall {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String route;
    private final Function<APIGatewayV2HTTPEvent, Uni<APIGatewayV2HTTPResponse>> api;
    private final Map<String, String> path = new HashMap<>();
    private final Map<String, String> query = new HashMap<>();
    private final Map<String, String> headers = new HashMap<>();
    private final Map<String, String> claims = new HashMap<>();
    private String body;

    /// @param route method and path template of the contract
    /// @param api the function that answers
    public GatewayCall(String route, Function<APIGatewayV2HTTPEvent, Uni<APIGatewayV2HTTPResponse>> api) {
        this.route = route;
        this.api = api;
    }

    public GatewayCall path(String name, String value) {
        path.put(name, value);
        return this;
    }

    /// The path parameter that most routes have.
    public GatewayCall id(String id) {
        return path("id", id);
    }

    public GatewayCall query(String name, String value) {
        query.put(name, value);
        return this;
    }

    public GatewayCall header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /// @param roles words with blanks between them
    public GatewayCall as(String subject, String roles) {
        return as(subject, subject, roles);
    }

    public GatewayCall as(String subject, String name, String roles) {
        return as(new UnsignedToken(subject, name, List.of(roles.split(" "))));
    }

    /// The gateway has verified it.
    public GatewayCall as(UnsignedToken token) {
        headers.put("authorization", token.bearer());
        claims.put("sub", token.subject());
        return this;
    }

    public GatewayCall body(String json) {
        body = json;
        return this;
    }

    public Answer go() {
        var response = api.apply(event()).await().atMost(PATIENCE);
        return new Answer(response.getStatusCode(), response.getHeaders(), response.getBody());
    }

    private APIGatewayV2HTTPEvent event() {
        var jwt = RequestContext.Authorizer.JWT.builder().withClaims(claims).build();
        var authorizer = RequestContext.Authorizer.builder().withJwt(jwt).build();
        var context = RequestContext.builder()
                .withRequestId("test-request")
                .withAuthorizer(claims.isEmpty() ? null : authorizer)
                .build();
        return APIGatewayV2HTTPEvent.builder()
                .withRouteKey(route)
                .withPathParameters(path)
                .withQueryStringParameters(query)
                .withHeaders(headers)
                .withRequestContext(context)
                .withBody(body)
                .build();
    }

    /// What came back.
    public record Answer(int status, Map<String, String> headers, String text) {

        public JsonNode body() {
            return Json.read(text);
        }

        /// @throws AssertionError with the whole answer when it has another status
        public Answer expect(int expected) {
            if (status != expected) {
                throw new AssertionError("expected " + expected + ", came " + this);
            }
            return this;
        }

        /// Where the answer says that something is wrong.
        public String fields() {
            var fields = new StringBuilder();
            body().path("errors")
                    .forEach(error ->
                            fields.append(error.get("field").textValue()).append(' '));
            return fields.toString().strip();
        }
    }
}
