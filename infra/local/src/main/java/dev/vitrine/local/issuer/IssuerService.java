package dev.vitrine.local.issuer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.vitrine.local.gateway.Problem;
import dev.vitrine.local.gateway.RequestBody;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.util.Set;

/// The issuer over HTTP, below `/local`: `POST token`, the key set and the discovery document.
public final class IssuerService implements HttpService {
    static final int MAX_BODY_BYTES = 16 * 1024;
    private static final JsonMapper JSON = new JsonMapper();
    private static final String MEDIA_TYPE = "application/json";

    private final Issuer issuer;
    private final Set<String> roles;

    /// @param roles that a token may name, in the order in which they are told
    public IssuerService(Issuer issuer, Set<String> roles) {
        this.issuer = issuer;
        this.roles = roles;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.post("/token", this::token)
                .get(
                        "/.well-known/jwks.json",
                        (_, response) -> send(response, issuer.publicKeys().toString()))
                .get("/.well-known/openid-configuration", (_, response) -> send(response, discovery()));
    }

    private void token(ServerRequest request, ServerResponse response) throws IOException {
        var body = RequestBody.read(request, MAX_BODY_BYTES);
        if (body.isEmpty()) {
            response.header(HeaderNames.CONNECTION, "close");
            Problem.tooLarge(MAX_BODY_BYTES).send(response);
            return;
        }
        JsonNode json;
        try {
            json = JSON.readTree(body.get());
        } catch (IOException e) {
            Problem.malformed("The body is not JSON").send(response);
            return;
        }
        try {
            send(response, token(TokenRequest.parse(json, roles)));
        } catch (IllegalArgumentException e) {
            Problem.invalid(e.getMessage()).send(response);
        }
    }

    private String token(TokenRequest request) {
        return JSON.createObjectNode()
                .put("access_token", issuer.sign(request))
                .put("token_type", "Bearer")
                .put("expires_in", request.lifetime().toSeconds())
                .toString();
    }

    private String discovery() {
        var document = JSON.createObjectNode()
                .put("issuer", issuer.address())
                .put("jwks_uri", issuer.address() + "/.well-known/jwks.json")
                .put("token_endpoint", issuer.address() + "/token");
        document.putArray("id_token_signing_alg_values_supported").add("RS256");
        document.putArray("response_types_supported").add("token");
        document.putArray("subject_types_supported").add("public");
        return document.toString();
    }

    private static void send(ServerResponse response, String json) {
        response.header(HeaderNames.CONTENT_TYPE, MEDIA_TYPE)
                .header(HeaderNames.CACHE_CONTROL, "no-store")
                .send(json);
    }
}
