package dev.vitrine.local.issuer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import io.helidon.webserver.WebServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IssuerAnswersOnItsOwnTermsTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private static final Set<String> ROLES = new LinkedHashSet<>(List.of("viewer", "streamer", "operator", "auditor"));
    private final Issuer issuer =
            new Issuer(Issuer.newKey(), "http://127.0.0.1:8080", Clock.fixed(NOW, ZoneOffset.UTC));
    private final HttpClient client = HttpClient.newHttpClient();
    private WebServer server;

    @BeforeEach
    void start() {
        server = WebServer.builder()
                .host("127.0.0.1")
                .port(0)
                .shutdownHook(false)
                .routing(routing -> routing.register("/local", new IssuerService(issuer, ROLES)))
                .build()
                .start();
    }

    @AfterEach
    void stop() {
        client.close();
        server.stop();
    }

    private HttpResponse<String> post(String body) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/local/token"))
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private String get(String path) throws IOException, InterruptedException {
        return client.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    @Test
    void aTokenSaysWhatWasAskedForAndItsKeyIsPublished() throws Exception {
        var answer = JSON.readTree(post("{\"subject\":\"alice\",\"name\":\"Alice\",\"roles\":[\"streamer\"]}")
                .body());
        assertEquals("Bearer", answer.get("token_type").asText());
        assertEquals(3600, answer.get("expires_in").asInt());

        var token = SignedJWT.parse(answer.get("access_token").asText());
        var keys = get("/local/.well-known/jwks.json");
        assertFalse(keys.contains("\"d\""), "no private part");
        var key = JWKSet.parse(keys).getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey();
        assertEquals(true, token.verify(new RSASSAVerifier(key)));
        var claims = token.getJWTClaimsSet();
        assertEquals("http://127.0.0.1:8080/local", claims.getIssuer());
        assertEquals(List.of("vitrine"), claims.getAudience());
        assertEquals("alice", claims.getSubject());
        assertEquals("Alice", claims.getClaim("name"));
        assertEquals(List.of("streamer"), claims.getClaim("roles"));
        assertEquals(NOW.plusSeconds(3600), claims.getExpirationTime().toInstant());
        assertEquals(NOW, claims.getIssueTime().toInstant());
    }

    @Test
    void discoveryPointsAtItself() throws Exception {
        var discovery = JSON.readTree(get("/local/.well-known/openid-configuration"));

        assertEquals("http://127.0.0.1:8080/local", discovery.get("issuer").asText());
        assertEquals(
                "http://127.0.0.1:8080/local/.well-known/jwks.json",
                discovery.get("jwks_uri").asText());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"subject\":\"\"}",
                "{\"subject\":7}",
                "{\"subject\":\"a\",\"roles\":[\"king\"]}",
                "{\"subject\":\"a\",\"roles\":\"viewer\"}",
                "{\"subject\":\"a\",\"expiresInSeconds\":0}",
                "{\"subject\":\"a\",\"expiresInSeconds\":86401}",
                "{\"subject\":\"a\",\"expiresInSeconds\":1.5}",
                "{\"subject\":\"a\",\"admin\":true}"
            })
    void badRequestsAreToldWhatIsAllowed(String body) throws Exception {
        var response = post(body);

        assertEquals(422, response.statusCode(), response.body());
        assertEquals(
                "application/problem+json",
                response.headers().firstValue("content-type").orElse(""));
    }

    @Test
    void brokenJsonAndLargeBodiesAreRefused() throws Exception {
        assertEquals(400, post("{").statusCode());
        assertEquals(413, post(" ".repeat(IssuerService.MAX_BODY_BYTES + 1)).statusCode());
    }

    @Test
    void aPublicKeyAloneCannotSign() {
        var key = Issuer.newKey().toPublicJWK();
        assertThrows(IllegalArgumentException.class, () -> new Issuer(key, "http://x", Clock.systemUTC()));
    }
}
