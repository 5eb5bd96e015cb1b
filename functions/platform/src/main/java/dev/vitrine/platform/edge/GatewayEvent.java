package dev.vitrine.platform.edge;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Between the gateway's payload 2.0 and the edge's own records.
final class GatewayEvent {
    private GatewayEvent() {}

    static HttpRequest read(APIGatewayV2HTTPEvent event) {
        var context = Optional.ofNullable(event.getRequestContext());
        return new HttpRequest(
                context.map(APIGatewayV2HTTPEvent.RequestContext::getRequestId).orElse("unknown"),
                Optional.ofNullable(event.getRouteKey()).orElse(""),
                orEmpty(event.getPathParameters()),
                orEmpty(event.getQueryStringParameters()),
                lowerCase(orEmpty(event.getHeaders())),
                context.flatMap(GatewayEvent::claims).flatMap(CallerClaims::read),
                body(event));
    }

    static APIGatewayV2HTTPResponse write(HttpAnswer answer) {
        return APIGatewayV2HTTPResponse.builder()
                .withStatusCode(answer.status())
                .withHeaders(answer.headers())
                .withBody(answer.body())
                .withIsBase64Encoded(answer.base64())
                .build();
    }

    private static Optional<Map<String, String>> claims(APIGatewayV2HTTPEvent.RequestContext context) {
        return Optional.ofNullable(context.getAuthorizer())
                .map(APIGatewayV2HTTPEvent.RequestContext.Authorizer::getJwt)
                .map(APIGatewayV2HTTPEvent.RequestContext.Authorizer.JWT::getClaims);
    }

    private static String body(APIGatewayV2HTTPEvent event) {
        var body = Optional.ofNullable(event.getBody()).orElse("");
        return event.getIsBase64Encoded() ? new String(Base64.getDecoder().decode(body), StandardCharsets.UTF_8) : body;
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
