package dev.vitrine.local.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jwt.JWTClaimsSet;
import dev.vitrine.local.runtime.FunctionArn;
import io.helidon.webserver.http.ServerRequest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The event of payload format 2.0 (API Gateway developer guide, "Create AWS Lambda proxy integrations for HTTP
/// APIs").
final class RequestEvent {
    private static final JsonMapper JSON = new JsonMapper();
    private static final DateTimeFormatter COMMON_LOG =
            DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String STAGE = "$default";

    private RequestEvent() {}

    static byte[] render(
            ServerRequest request,
            Route route,
            Map<String, String> pathParameters,
            Optional<JWTClaimsSet> claims,
            byte[] body,
            String requestId,
            String trace) {
        var event = JSON.createObjectNode();
        var headers = headers(request);
        var query = request.prologue().query().rawValue();
        event.put("version", "2.0").put("routeKey", route.key());
        event.put("rawPath", request.prologue().uriPath().rawPath()).put("rawQueryString", query);
        var cookie = headers.remove("cookie");
        if (cookie != null) {
            var cookies = event.putArray("cookies");
            Arrays.stream(cookie.split(";"))
                    .map(String::trim)
                    .filter(c -> !c.isEmpty())
                    .forEach(cookies::add);
        }
        var source = sourceIp(request);
        headers.merge("x-forwarded-for", source, (earlier, own) -> earlier + ", " + own);
        headers.put("x-forwarded-proto", "http");
        headers.put("x-forwarded-port", Integer.toString(request.localPeer().port()));
        headers.put("x-amzn-trace-id", trace);
        texts(event.putObject("headers"), headers);
        var parameters = QueryText.parse(query);
        if (!parameters.isEmpty()) {
            texts(event.putObject("queryStringParameters"), parameters);
        }
        if (!pathParameters.isEmpty()) {
            texts(event.putObject("pathParameters"), pathParameters);
        }
        context(event.putObject("requestContext"), request, route, claims, source, requestId, headers);
        BodyText.put(event, body, headers.getOrDefault("content-type", ""));
        return bytes(event);
    }

    private static void context(
            ObjectNode context,
            ServerRequest request,
            Route route,
            Optional<JWTClaimsSet> claims,
            String source,
            String requestId,
            Map<String, String> headers) {
        context.put("accountId", FunctionArn.ACCOUNT).put("apiId", "local");
        claims.ifPresent(valid -> {
            var jwt = context.putObject("authorizer").putObject("jwt");
            texts(jwt.putObject("claims"), ClaimText.of(valid));
            jwt.putNull("scopes");
        });
        var host = headers.getOrDefault("host", "");
        context.put("domainName", host.replaceFirst(":\\d+$", "")).put("domainPrefix", "local");
        context.putObject("http")
                .put("method", route.method())
                .put("path", request.prologue().uriPath().rawPath())
                .put("protocol", request.prologue().rawProtocol())
                .put("sourceIp", source)
                .put("userAgent", headers.getOrDefault("user-agent", ""));
        var now = Instant.now();
        context.put("requestId", requestId)
                .put("routeKey", route.key())
                .put("stage", STAGE)
                .put("time", COMMON_LOG.format(now))
                .put("timeEpoch", now.toEpochMilli());
    }

    static String sourceIp(ServerRequest request) {
        return request.remotePeer().address() instanceof java.net.InetSocketAddress address
                ? address.getAddress().getHostAddress()
                : request.remotePeer().host();
    }

    private static Map<String, String> headers(ServerRequest request) {
        var headers = new TreeMap<String, String>();
        for (var header : request.headers()) {
            List<String> values = header.allValues();
            var separator = header.headerName().lowerCase().equals("cookie") ? ";" : ",";
            headers.put(header.headerName().lowerCase(), String.join(separator, values));
        }
        return headers;
    }

    private static void texts(ObjectNode node, Map<String, String> texts) {
        texts.forEach(node::put);
    }

    private static byte[] bytes(ObjectNode event) {
        try {
            return JSON.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree is always writable", e);
        }
    }
}
