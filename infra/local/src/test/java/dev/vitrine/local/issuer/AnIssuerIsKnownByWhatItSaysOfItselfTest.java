package dev.vitrine.local.issuer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AnIssuerIsKnownByWhatItSaysOfItselfTest {
    private HttpServer server;
    private String address;

    @BeforeEach
    void start() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
        address = "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void serve(String path, String body) {
        server.createContext(path, exchange -> {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    private OidcSettings settings() {
        return new OidcSettings(URI.create(address), "web", "api", "openid profile", Optional.empty(), "groups");
    }

    @Test
    void itsKeysAndEndpointsAreFoundByDiscovery() throws Exception {
        var key = Issuer.newKey();
        serve("/.well-known/openid-configuration", """
                {"issuer": "%1$s", "jwks_uri": "%1$s/keys", "token_endpoint": "https://tokens.example/token"}""".formatted(address));
        serve("/keys", new JWKSet(key.toPublicJWK()).toString());

        var trusted = OidcIssuer.discover(settings());

        assertEquals(address, trusted.address());
        assertEquals("api", trusted.audience());
        assertEquals("groups", trusted.rolesClaim());
        assertEquals(List.of(address, "https://tokens.example"), trusted.origins());
        assertTrue(trusted.signIn().contains("\"clientId\":\"web\""), trusted::signIn);
        var selector =
                new JWKSelector(new JWKMatcher.Builder().keyID(key.getKeyID()).build());
        assertEquals(List.of(key.toPublicJWK()), trusted.keys().get(selector, null));
    }

    @Test
    void oneThatSpeaksForAnotherIsRefused() {
        serve("/.well-known/openid-configuration", "{\"issuer\":\"https://elsewhere.example\"}");

        assertThrows(IllegalStateException.class, () -> OidcIssuer.discover(settings()));
    }

    @Test
    void oneThatCannotBeAskedIsRefused() {
        assertThrows(IllegalStateException.class, () -> OidcIssuer.discover(settings()));
    }

    @Test
    void settingsNameWhatIsWrongWithThem() {
        var refused = assertThrows(
                IllegalArgumentException.class,
                () -> new OidcSettings(URI.create("ftp://x"), "web", "api", "openid", Optional.empty(), "roles"));
        assertTrue(refused.getMessage().startsWith("issuer: "), refused::getMessage);
        refused = assertThrows(
                IllegalArgumentException.class,
                () -> new OidcSettings(URI.create(address), "web", "api", "profile", Optional.empty(), "roles"));
        assertTrue(refused.getMessage().startsWith("issuer-scope: "), refused::getMessage);
    }
}
