package dev.vitrine.platform.edge;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.vitrine.model.ProblemType;
import dev.vitrine.model.Utf8;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Between the gateway's payload 2.0 and the edge's own records.
final class GatewayEvent {
    private GatewayEvent() {}

    /// @throws Problem 400 when what should be text is none
    static HttpRequest read(APIGatewayV2HTTPEvent event, CallerClaims callers) {
        var context = Optional.ofNullable(event.getRequestContext());
        var headers = lowerCase(orEmpty(event.getHeaders()));
        return new HttpRequest(
                id(event),
                Optional.ofNullable(event.getRouteKey()).orElse(""),
                orEmpty(event.getPathParameters()),
                orEmpty(event.getQueryStringParameters()),
                headers,
                context.filter(GatewayEvent::isVerified)
                        .map(_ -> headers.getOrDefault("authorization", ""))
                        .flatMap(callers::ofVerified),
                body(event));
    }

    /// The gateway's id of the request.
    static String id(APIGatewayV2HTTPEvent event) {
        return Optional.ofNullable(event.getRequestContext())
                .map(APIGatewayV2HTTPEvent.RequestContext::getRequestId)
                .orElse("unknown");
    }

    static APIGatewayV2HTTPResponse write(HttpAnswer answer) {
        return APIGatewayV2HTTPResponse.builder()
                .withStatusCode(answer.status())
                .withHeaders(answer.headers())
                .withBody(answer.body())
                .withIsBase64Encoded(answer.base64())
                .build();
    }

    /// Whether the gateway's authorizer has found the token good.
    private static boolean isVerified(APIGatewayV2HTTPEvent.RequestContext context) {
        return context.getAuthorizer() != null && context.getAuthorizer().getJwt() != null;
    }

    private static String body(APIGatewayV2HTTPEvent event) {
        var body = Optional.ofNullable(event.getBody()).orElse("");
        return event.getIsBase64Encoded() ? decoded(body) : body;
    }

    private static String decoded(String base64) {
        return Utf8.decode(Base64.getDecoder().decode(base64))
                .orElseThrow(() -> Problem.at(ProblemType.MALFORMED_REQUEST, "body", "must be text in UTF-8"));
    }

    private static Map<String, String> orEmpty(Map<String, String> map) {
        return map == null ? Map.of() : map;
    }

    private static Map<String, String> lowerCase(Map<String, String> headers) {
        var lower = new LinkedHashMap<String, String>();
        headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
        return lower;
    }
}
