package dev.vitrine.local.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.UUID;

/// Signs tokens and shows the public half of its key.
public final class Issuer {
    public static final String AUDIENCE = "vitrine";
    /// NIST SP 800-57: the least RSA size for new keys.
    private static final int KEY_BITS = 2048;

    private final RSAKey key;
    private final String issuer;
    private final Clock clock;

    /// @param key with its private part; keep it, or every token dies with the process
    /// @param publicUrl of the edge, without a trailing slash; tokens name `${publicUrl}/local` as their issuer
    public Issuer(RSAKey key, String publicUrl, Clock clock) {
        if (!key.isPrivate()) {
            throw new IllegalArgumentException("the issuer's key needs its private part");
        }
        this.key = key;
        this.issuer = addressAt(publicUrl);
        this.clock = clock;
    }

    /// The issuer that tokens of a local cloud at `publicUrl` name.
    public static String addressAt(String publicUrl) {
        return publicUrl + "/local";
    }

    /// A key for whoever has none yet.
    public static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(KEY_BITS)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyID(UUID.randomUUID().toString())
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("every JDK makes RSA keys", e);
        }
    }

    public String address() {
        return issuer;
    }

    /// The key set for a gateway in the same process.
    public JWKSource<SecurityContext> keys() {
        return new ImmutableJWKSet<>(publicKeys());
    }

    /// How the edge and the web client know it.
    public TrustedIssuer trusted() {
        return new TrustedIssuer(issuer, AUDIENCE, "roles", keys(), "{\"kind\":\"local\"}", List.of());
    }

    JWKSet publicKeys() {
        return new JWKSet(key.toPublicJWK());
    }

    String sign(TokenRequest request) {
        var now = clock.instant();
        var claims = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience(AUDIENCE)
                .subject(request.subject())
                .claim("name", request.name())
                .claim("roles", request.roles())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(request.lifetime())))
                .build();
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(JOSEObjectType.JWT)
                .keyID(key.getKeyID())
                .build();
        try {
            var token = new SignedJWT(header, claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("cannot sign with the issuer's key", e);
        }
    }
}
