package dev.vitrine.local.issuer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// Learns from an issuer itself where its keys and its endpoints are (OpenID Connect Discovery 1.0).
public final class OidcIssuer {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final JsonMapper JSON = new JsonMapper();

    private OidcIssuer() {}

    /// @throws IllegalStateException when the issuer cannot be asked, or speaks for another
    public static TrustedIssuer discover(OidcSettings settings) {
        var address = settings.issuer().toString();
        var document = fetch(URI.create(address.replaceFirst("/$", "") + "/.well-known/openid-configuration"));
        if (!address.equals(document.path("issuer").textValue())) {
            throw new IllegalStateException(address + " says that it is the issuer "
                    + document.path("issuer").textValue());
        }
        try {
            var keys = JWKSourceBuilder.create(endpoint(document, "jwks_uri").toURL())
                    .retrying(true)
                    .build();
            return new TrustedIssuer(
                    address,
                    settings.audience(),
                    settings.rolesClaim(),
                    keys,
                    signIn(settings),
                    origins(settings.issuer(), document));
        } catch (IOException malformed) {
            throw new IllegalStateException(address + " has no address of keys that can be used", malformed);
        }
    }

    private static JsonNode fetch(URI discovery) {
        try (var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            var response = client.send(
                    HttpRequest.newBuilder(discovery).timeout(PATIENCE).build(), BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new IllegalStateException(discovery + " answers " + response.statusCode());
            }
            return JSON.readTree(response.body());
        } catch (IOException unreachable) {
            throw new IllegalStateException(discovery + " cannot be fetched: " + unreachable, unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the issuer was asked", interrupted);
        }
    }

    private static URI endpoint(JsonNode document, String name) {
        var text = document.path(name).textValue();
        if (text == null) {
            throw new IllegalStateException("the issuer's configuration has no " + name);
        }
        return URI.create(text);
    }

    private static String signIn(OidcSettings settings) {
        var told = JSON.createObjectNode()
                .put("kind", "oidc")
                .put("issuer", settings.issuer().toString())
                .put("clientId", settings.clientId())
                .put("scope", settings.scope())
                .put("rolesClaim", settings.rolesClaim());
        settings.resource().ifPresent(resource -> told.put("resource", resource));
        return told.toString();
    }

    /// Of what a page fetches: discovery, tokens, revocation. Pages of the issuer are gone to, not fetched.
    private static List<String> origins(URI issuer, JsonNode document) {
        var endpoints = Stream.of("token_endpoint", "revocation_endpoint")
                .map(name -> document.path(name).textValue())
                .filter(Objects::nonNull)
                .map(URI::create);
        return Stream.concat(Stream.of(issuer), endpoints)
                .map(OidcIssuer::origin)
                .distinct()
                .toList();
    }

    private static String origin(URI address) {
        return address.getScheme() + "://" + address.getRawAuthority();
    }
}
