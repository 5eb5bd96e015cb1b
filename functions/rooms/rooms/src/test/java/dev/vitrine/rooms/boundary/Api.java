package dev.vitrine.rooms.boundary;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.fasterxml.jackson.databind.JsonNode;
import dev.vitrine.platform.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// Asks the contract as the gateway does, after it has routed and verified.
@ApplicationScoped
class Api {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final RoomsApi api;

    Api(RoomsApi api) {
        this.api = api;
    }

    Ask ask(String route) {
        return new Ask(route);
    }

    /// A streamer's new room.
    String room(String streamer, String title) {
        var answer = ask("POST /v1/rooms")
                .as(streamer, "streamer")
                .body("{\"title\":\"" + title + "\"}")
                .go();
        if (answer.status() != 201) {
            throw new AssertionError(answer.toString());
        }
        return answer.body().get("id").textValue();
    }

    /// A streamer's room that has a key, and the key.
    String key(String streamer, String room) {
        var answer = ask("POST /v1/rooms/{id}/stream-key")
                .id(room)
                .as(streamer, "streamer")
                .go();
        if (answer.status() != 200) {
            throw new AssertionError(answer.toString());
        }
        return answer.body().get("streamKey").textValue();
    }

    JsonNode read(String room) {
        return ask("GET /v1/rooms/{id}").id(room).go().body();
    }

    record Answer(int status, Map<String, String> headers, String text) {
        JsonNode body() {
            return Json.read(text);
        }

        /// Where the answer says that something is wrong.
        String fields() {
            var fields = new StringBuilder();
            body().path("errors")
                    .forEach(error ->
                            fields.append(error.get("field").textValue()).append(' '));
            return fields.toString().strip();
        }
    }

    final class Ask {
        private final String route;
        private final Map<String, String> path = new HashMap<>();
        private final Map<String, String> query = new HashMap<>();
        private final Map<String, String> headers = new HashMap<>();
        private final Map<String, String> claims = new HashMap<>();
        private String body;

        private Ask(String route) {
            this.route = route;
        }

        Ask id(String id) {
            path.put("id", id);
            return this;
        }

        Ask query(String name, String value) {
            query.put(name, value);
            return this;
        }

        Ask header(String name, String value) {
            headers.put(name, value);
            return this;
        }

        Ask as(String subject, String roles) {
            claims.putAll(Map.of("sub", subject, "name", subject, "roles", "[" + roles + "]"));
            return this;
        }

        Ask body(String json) {
            body = json;
            return this;
        }

        Answer go() {
            var jwt = RequestContext.Authorizer.JWT.builder().withClaims(claims).build();
            var authorizer = RequestContext.Authorizer.builder().withJwt(jwt).build();
            var context = RequestContext.builder()
                    .withRequestId("test-request")
                    .withAuthorizer(claims.isEmpty() ? null : authorizer)
                    .build();
            var event = APIGatewayV2HTTPEvent.builder()
                    .withRouteKey(route)
                    .withPathParameters(path)
                    .withQueryStringParameters(query)
                    .withHeaders(headers)
                    .withRequestContext(context)
                    .withBody(body)
                    .build();
            var response = api.answer(event).await().atMost(PATIENCE);
            return new Answer(response.getStatusCode(), response.getHeaders(), response.getBody());
        }
    }
}
