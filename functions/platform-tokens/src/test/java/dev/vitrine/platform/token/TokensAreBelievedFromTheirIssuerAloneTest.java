package dev.vitrine.platform.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Against an issuer that answers over HTTP.
class TokensAreBelievedFromTheirIssuerAloneTest {
    private static final int BITS = 2_048;
    private static final String AUDIENCE = "vitrine";
    private static final RsaJsonWebKey KEY = key();

    private final Instant now = Instant.parse("2026-11-30T10:00:00Z");
    private final AtomicInteger fetches = new AtomicInteger();
    private HttpServer server;
    private String issuer;

    private static RsaJsonWebKey key() {
        try {
            var key = RsaJwkGenerator.generateJwk(BITS);
            key.setKeyId("one");
            return key;
        } catch (JoseException defect) {
            throw new IllegalStateException(defect);
        }
    }

    @BeforeEach
    void anIssuer() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        issuer = "http://127.0.0.1:" + server.getAddress().getPort();
        answer(
                "/.well-known/openid-configuration",
                () -> "{\"issuer\":\"" + issuer + "\",\"jwks_uri\":\"" + issuer + "/keys\"}");
        answer("/keys", () -> {
            fetches.incrementAndGet();
            return new JsonWebKeySet(KEY).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
        });
        server.start();
    }

    private void answer(String path, Supplier<String> body) {
        server.createContext(path, exchange -> {
            var bytes = body.get().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private Tokens tokens() {
        return new Tokens(Optional.of(issuer), Optional.of(AUDIENCE), () -> now);
    }

    private String good() {
        return token(_ -> {});
    }

    private String token(Consumer<JwtClaims> change) {
        return signed(change, KEY.getPrivateKey(), AlgorithmIdentifiers.RSA_USING_SHA256);
    }

    private String signed(Consumer<JwtClaims> change, Key with, String algorithm) {
        return signed(change, with, algorithm, StandardCharsets.UTF_8);
    }

    private String signed(Consumer<JwtClaims> change, Key with, String algorithm, Charset charset) {
        var claims = new JwtClaims();
        claims.setIssuer(issuer);
        claims.setAudience(AUDIENCE);
        claims.setSubject("ann");
        claims.setStringClaim("name", "Ann\u202E");
        claims.setStringListClaim("roles", "streamer", "not operator");
        claims.setExpirationTime(at(600));
        change.accept(claims);
        var signature = new JsonWebSignature();
        signature.setPayloadCharEncoding(charset.name());
        signature.setPayload(claims.toJson());
        signature.setKey(with);
        signature.setKeyIdHeaderValue(KEY.getKeyId());
        signature.setAlgorithmHeaderValue(algorithm);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException defect) {
            throw new IllegalStateException(defect);
        }
    }

    private NumericDate at(long secondsFromNow) {
        return NumericDate.fromSeconds(now.getEpochSecond() + secondsFromNow);
    }

    private boolean isGood(String token) {
        return tokens().verify(token).isPresent();
    }

    @Test
    void aGoodOneSaysWhoHoldsItAndHowLong() {
        var holder = tokens().verify(good()).orElseThrow();

        assertEquals("ann", holder.caller().subject());
        assertEquals("Ann", holder.caller().name());
        assertEquals(Set.of("streamer"), holder.caller().roles());
        assertEquals(now.plusSeconds(600), holder.until());
    }

    @Test
    void oneThatIsNotUtf8IsNobodys() {
        Consumer<JwtClaims> named = claims -> claims.setStringClaim("name", "主播");
        var rsa = AlgorithmIdentifiers.RSA_USING_SHA256;

        assertTrue(isGood(signed(named, KEY.getPrivateKey(), rsa, StandardCharsets.UTF_8)));
        assertFalse(isGood(signed(named, KEY.getPrivateKey(), rsa, Charset.forName("GBK"))));
    }

    @Test
    void everyClaimIsHeldToTheDeployment() {
        assertTrue(isGood(good()));
        assertFalse(isGood(token(claims -> claims.setIssuer("https://issuer.example"))));
        assertFalse(isGood(token(claims -> claims.setAudience("another"))));
        assertFalse(isGood(token(claims -> claims.unsetClaim("aud"))));
        assertFalse(isGood(token(claims -> claims.unsetClaim("sub"))));
        assertFalse(isGood(token(claims -> claims.unsetClaim("exp"))));
        assertFalse(isGood(token(claims -> claims.setExpirationTime(at(-60)))));
        assertFalse(isGood(token(claims -> claims.setNotBefore(at(60)))));
        assertFalse(isGood(token(claims -> claims.setSubject("a\nb"))));
    }

    @Test
    void anotherKeyOrAlgorithmIsRefused() {
        var shared = new HmacKey(KEY.getRsaPublicKey().getEncoded());

        assertFalse(isGood(signed(_ -> {}, key().getPrivateKey(), AlgorithmIdentifiers.RSA_USING_SHA256)));
        assertFalse(isGood(signed(_ -> {}, KEY.getPrivateKey(), AlgorithmIdentifiers.RSA_USING_SHA512)));
        assertFalse(isGood(signed(_ -> {}, shared, AlgorithmIdentifiers.HMAC_SHA256)));
        assertFalse(isGood(good().replaceFirst("\\.[^.]*$", ".")));
        assertFalse(isGood("no token"));
    }

    @Test
    void aFloodOfMadeUpTokensIsNoFloodOfFetches() {
        var tokens = tokens();
        var foreign = key().getPrivateKey();

        for (int i = 0; i < 50; i++) {
            assertTrue(tokens.verify(signed(_ -> {}, foreign, AlgorithmIdentifiers.RSA_USING_SHA256))
                    .isEmpty());
        }

        assertTrue(fetches.get() <= 2, "fetched " + fetches.get() + " times");
    }

    @Test
    void ofAnIssuerThatIsAwayNothingIsKnown() {
        var token = good();
        server.stop(0);

        assertThrows(IllegalStateException.class, () -> isGood(token));
    }
}
