package dev.vitrine.chat.socket.boundary;

import java.util.List;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/// An issuer's tokens, good ones and others.
final class Tickets {
    static final String AUDIENCE = "vitrine";

    private final String issuer;
    private RsaJsonWebKey key = newKey("first");
    private final RsaJsonWebKey stranger = newKey("first");

    Tickets(String issuer) {
        this.issuer = issuer;
    }

    static RsaJsonWebKey newKey(String id) {
        try {
            var key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId(id);
            key.setUse("sig");
            key.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
            return key;
        } catch (JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    void rotate(String id) {
        key = newKey(id);
    }

    String published() {
        return new JsonWebKeySet(key).toJson(OutputControlLevel.PUBLIC_ONLY);
    }

    String good(String subject, String... roles) {
        return sign(claims(subject, 60, roles));
    }

    String ended(String subject) {
        return sign(claims(subject, -5));
    }

    String forAnother() {
        var claims = claims("ann", 60);
        claims.setAudience("another");
        return sign(claims);
    }

    String byAnother() {
        var claims = claims("ann", 60);
        claims.setIssuer("http://elsewhere");
        return sign(claims);
    }

    String endless() {
        var claims = claims("ann", 60);
        claims.unsetClaim("exp");
        return sign(claims);
    }

    String ofNobody() {
        var claims = claims("ann", 60);
        claims.unsetClaim("sub");
        return sign(claims);
    }

    String forged() {
        return sign(claims("ann", 60), stranger);
    }

    /// The public key taken for a shared secret.
    String confused() {
        var jws = new JsonWebSignature();
        jws.setPayload(claims("ann", 60).toJson());
        jws.setKeyIdHeaderValue(key.getKeyId());
        jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
        jws.setKey(new HmacKey(key.getRsaPublicKey().getEncoded()));
        return compact(jws);
    }

    String unsigned() {
        var jws = new JsonWebSignature();
        jws.setPayload(claims("ann", 60).toJson());
        jws.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.NONE);
        return compact(jws);
    }

    String otherAlgorithm() {
        var jws = new JsonWebSignature();
        jws.setPayload(claims("ann", 60).toJson());
        jws.setKeyIdHeaderValue(key.getKeyId());
        jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA512);
        jws.setKey(key.getPrivateKey());
        return compact(jws);
    }

    private JwtClaims claims(String subject, float minutes, String... roles) {
        var claims = new JwtClaims();
        claims.setIssuer(issuer);
        claims.setAudience(AUDIENCE);
        claims.setSubject(subject);
        claims.setClaim("name", "Name of " + subject);
        claims.setStringListClaim("roles", List.of(roles));
        claims.setExpirationTimeMinutesInTheFuture(minutes);
        return claims;
    }

    private String sign(JwtClaims claims) {
        return sign(claims, key);
    }

    private static String sign(JwtClaims claims, RsaJsonWebKey key) {
        var jws = new JsonWebSignature();
        jws.setPayload(claims.toJson());
        jws.setKeyIdHeaderValue(key.getKeyId());
        jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        jws.setKey(key.getPrivateKey());
        return compact(jws);
    }

    private static String compact(JsonWebSignature jws) {
        try {
            return jws.getCompactSerialization();
        } catch (JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
