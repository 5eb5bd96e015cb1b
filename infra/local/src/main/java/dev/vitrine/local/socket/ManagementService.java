package dev.vitrine.local.socket;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.vitrine.local.catalog.Use;
import dev.vitrine.local.gateway.RequestBody;
import dev.vitrine.local.identity.SignatureCheck;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The `@connections` API ("Use @connections commands in your backend service", API Gateway developer
/// guide): post to a socket, ask about it, close it. Answers and errors are those of the AWS SDKs'
/// `ApiGatewayManagementApi`.
public final class ManagementService implements HttpService {
    /// What a client of the API is given as its endpoint, below the address of the edge.
    public static final String PATH = "/local/sockets";
    /// What requests are signed for.
    public static final String SERVICE = "execute-api";

    private static final int MAX_SWALLOWED_BYTES = 4 * 1024 * 1024;
    private static final String BELOW_LOCAL = "/sockets/*";
    private static final String CONNECTIONS = PATH + "/@connections/";
    private static final String CONNECTIONS_ENCODED = PATH + "/%40connections/";
    private static final HeaderName ERROR_TYPE = HeaderNames.create("x-amzn-ErrorType");
    private static final JsonMapper JSON = new JsonMapper();

    private final Sockets sockets;
    private final SignatureCheck signatures;

    ManagementService(Sockets sockets, SignatureCheck signatures) {
        this.sockets = sockets;
        this.signatures = signatures;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.any(BELOW_LOCAL, this::handle);
    }

    private void handle(ServerRequest request, ServerResponse response) throws IOException {
        var body = RequestBody.read(request, SocketSettings.MAX_MESSAGE_BYTES);
        if (body.isEmpty()) {
            swallow(request);
            response.header(HeaderNames.CONNECTION, "close");
            refuse(response, 413, "PayloadTooLargeException", "A post has at most 128 KiB");
            return;
        }
        switch (signatures.check(request, body.get())) {
            case SignatureCheck.Verdict.Refused(var why) -> refuse(response, 403, "ForbiddenException", why);
            case SignatureCheck.Verdict.Signed(var caller)
            when !caller.uses().contains(Use.SOCKETS) ->
                refuse(response, 403, "ForbiddenException", caller.name() + " does not use sockets");
            case SignatureCheck.Verdict.Signed _ -> find(request, body.get(), response);
        }
    }

    private void find(ServerRequest request, byte[] body, ServerResponse response) {
        var id = connectionId(request.prologue().uriPath().rawPath());
        var socket = id.flatMap(sockets::find);
        if (id.isEmpty() || request.prologue().query().rawValue().length() > 0) {
            refuse(response, 404, "NotFoundException", "The API has " + CONNECTIONS + "{connectionId} only");
        } else if (socket.isEmpty()) {
            gone(response);
        } else {
            answer(request.prologue().method().text(), socket.get(), body, response);
        }
    }

    /// A connection that ends over unread bytes would take the answer with it. What is far too large gets none.
    private static void swallow(ServerRequest request) throws IOException {
        var declared = request.headers().contentLength().orElse(0);
        if (declared > SocketSettings.MAX_MESSAGE_BYTES && declared <= MAX_SWALLOWED_BYTES) {
            request.content().inputStream().skipNBytes(declared);
        }
    }

    private static void answer(String method, OpenSocket socket, byte[] body, ServerResponse response) {
        switch (method) {
            case "POST" -> post(socket, body, response);
            case "GET" -> describe(socket, response);
            case "DELETE" -> {
                socket.close(Closing.DELETED);
                response.status(204).send();
            }
            default -> refuse(response, 405, "MethodNotAllowedException", "POST, GET and DELETE only");
        }
    }

    private static void post(OpenSocket socket, byte[] body, ServerResponse response) {
        if (!utf8(body)) {
            refuse(response, 400, "BadRequestException", "A text frame must be UTF-8");
            return;
        }
        switch (socket.post(body)) {
            case TAKEN -> response.status(200).send();
            case FULL -> {
                socket.traffic().limited();
                refuse(response, 429, "LimitExceededException", "The client reads slower than it is posted to");
            }
            case ENDED -> gone(response);
        }
    }

    private static void describe(OpenSocket socket, ServerResponse response) {
        var description = JSON.createObjectNode()
                .put("connectedAt", socket.connectedAt().toString())
                .put("lastActiveAt", socket.lastActiveAt().toString());
        description
                .putObject("identity")
                .put("sourceIp", socket.caller().sourceIp())
                .put("userAgent", socket.caller().userAgent());
        response.header(HeaderNames.CONTENT_TYPE, "application/json").send(description.toString());
    }

    private static void gone(ServerResponse response) {
        refuse(response, 410, "GoneException", "No such connection");
    }

    private static void refuse(ServerResponse response, int status, String type, String message) {
        response.status(status)
                .header(ERROR_TYPE, type)
                .header(HeaderNames.CONTENT_TYPE, "application/json")
                .send(JSON.createObjectNode().put("message", message).toString());
    }

    /// SDKs differ in what they escape.
    private static Optional<String> connectionId(String rawPath) {
        for (var prefix : new String[] {CONNECTIONS, CONNECTIONS_ENCODED}) {
            if (rawPath.startsWith(prefix) && rawPath.length() > prefix.length()) {
                return Optional.of(URLDecoder.decode(rawPath.substring(prefix.length()), StandardCharsets.UTF_8));
            }
        }
        return Optional.empty();
    }

    private static boolean utf8(byte[] body) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
