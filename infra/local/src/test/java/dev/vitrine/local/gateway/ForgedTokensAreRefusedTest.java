package dev.vitrine.local.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.vitrine.local.issuer.Issuer;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForgedTokensAreRefusedTest {
    private static final RSAKey KEY = Issuer.newKey();
    private static final Issuer ISSUER = new Issuer(KEY, AnEdge.PUBLIC_URL, Clock.systemUTC());

    @TempDir
    Path folder;

    private final JwtAuthorizer authorizer =
            new JwtAuthorizer(ISSUER.keys(), ISSUER.address(), Issuer.AUDIENCE, Clock.systemUTC());

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER.address())
                .audience(Issuer.AUDIENCE)
                .subject("alice")
                .expirationTime(Date.from(Instant.now().plusSeconds(60)));
    }

    private static String signed(RSAKey key, JWSAlgorithm algorithm, JWTClaimsSet claims) throws Exception {
        var token = new SignedJWT(
                new JWSHeader.Builder(algorithm).keyID(KEY.getKeyID()).build(), claims);
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    private static String good(JWTClaimsSet claims) throws Exception {
        return signed(KEY, JWSAlgorithm.RS256, claims);
    }

    private JwtAuthorizer.Verdict judge(String token) {
        return authorizer.judge(Optional.of("Bearer " + token));
    }

    @Test
    void anAccessTokenMaySayThatItIsOne() throws Exception {
        for (var type : List.of("JWT", "at+jwt")) {
            assertTrue(judge(typed(type)) instanceof JwtAuthorizer.Verdict.Valid, type);
        }
        refused(typed("logout+jwt"));
    }

    private static String typed(String type) throws Exception {
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID(KEY.getKeyID())
                .type(new JOSEObjectType(type))
                .build();
        var token = new SignedJWT(header, claims().build());
        token.sign(new RSASSASigner(KEY));
        return token.serialize();
    }

    private void refused(String token) {
        var verdict = judge(token);
        assertTrue(verdict instanceof JwtAuthorizer.Verdict.Invalid, verdict::toString);
    }

    @Test
    void aGoodTokenIsAccepted() throws Exception {
        assertTrue(judge(good(claims().build())) instanceof JwtAuthorizer.Verdict.Valid);
    }

    @Test
    void anotherKeyIsRefused() throws Exception {
        refused(signed(Issuer.newKey(), JWSAlgorithm.RS256, claims().build()));
    }

    @Test
    void noSignatureIsRefused() {
        refused(new PlainJWT(claims().build()).serialize());
    }

    @Test
    void thePublicKeyAsAnHmacSecretIsRefused() throws Exception {
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(KEY.getKeyID()).build(), claims().build());
        token.sign(new MACSigner(KEY.toRSAPublicKey().getEncoded()));
        refused(token.serialize());
    }

    @Test
    void otherAlgorithmsOfTheRightKeyAreRefused() throws Exception {
        refused(signed(KEY, JWSAlgorithm.RS512, claims().build()));
        refused(signed(KEY, JWSAlgorithm.PS256, claims().build()));
    }

    @Test
    void changedClaimsAreRefused() throws Exception {
        var parts = good(claims().build()).split("\\.");
        var other = good(claims().subject("mallory").build()).split("\\.");
        refused(parts[0] + "." + other[1] + "." + parts[2]);
    }

    @Test
    void expiryHasASmallLeeway() throws Exception {
        var now = Instant.now();
        refused(good(claims().expirationTime(Date.from(now.minusSeconds(JwtAuthorizer.LEEWAY_SECONDS + 2)))
                .build()));
        var justNow =
                good(claims().expirationTime(Date.from(now.minusSeconds(2))).build());
        assertTrue(judge(justNow) instanceof JwtAuthorizer.Verdict.Valid);
    }

    @Test
    void issuerAudienceSubjectAndExpiryAreNeeded() throws Exception {
        refused(good(claims().issuer("https://elsewhere").build()));
        refused(good(claims().audience("other").build()));
        refused(good(claims().subject(null).build()));
        refused(good(claims().expirationTime(null).build()));
        refused(good(
                claims().notBeforeTime(Date.from(Instant.now().plusSeconds(60))).build()));
        refused("rubbish");
        refused("");
    }

    @Test
    void secretsOfOtherSchemesAreRefused() {
        assertTrue(authorizer.judge(Optional.of("Basic YTpi")) instanceof JwtAuthorizer.Verdict.Invalid);
    }

    @Test
    void securedRoutesNeedATokenAndOpenOnesOnlyRefuseBadOnes() throws Exception {
        try (var edge = new AnEdge(folder, ThrottleSettings.DEFAULT, (_, _, _) -> AnEdge.answered("{}"))) {
            var missing = edge.send(edge.request("/v1/rooms").POST(BodyPublishers.noBody()));
            assertEquals(401, missing.statusCode());
            assertEquals(
                    "/problems/unauthenticated",
                    AnEdge.json(missing).get("type").asText());
            assertEquals(
                    "Bearer", missing.headers().firstValue("www-authenticate").orElse(""));
            assertEquals(200, edge.get("/v1/rooms").statusCode());
            assertEquals(
                    401,
                    edge.send(edge.request("/v1/rooms").header("Authorization", "Bearer nonsense"))
                            .statusCode());
            assertEquals(
                    200,
                    edge.send(edge.request("/v1/rooms").header("Authorization", "Bearer " + edge.token("[]")))
                            .statusCode());
        }
    }
}
