package dev.vitrine.local.gateway;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.time.Clock;
import java.util.Date;
import java.util.Optional;
import java.util.Set;

/// The JWT authorizer of an HTTP API: one issuer, one audience, RS256 only. Keys come from any [JWKSource].
public final class JwtAuthorizer {
    /// Clocks of an issuer and this machine may differ by this much.
    static final int LEEWAY_SECONDS = 10;

    /// What a token is worth.
    sealed interface Verdict {
        record Valid(JWTClaimsSet claims) implements Verdict {}

        record Absent() implements Verdict {}

        record Invalid(String reason) implements Verdict {}
    }

    /// RFC 9068, 2.1: what an access token that is a JWT calls itself.
    private static final JOSEObjectType ACCESS_TOKEN = new JOSEObjectType("at+jwt");

    private static final String BEARER = "Bearer ";

    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

    public JwtAuthorizer(JWKSource<SecurityContext> keys, String issuer, String audience, Clock clock) {
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, ACCESS_TOKEN, null));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys));
        var exact = new JWTClaimsSet.Builder().issuer(issuer).build();
        var verifier = new DefaultJWTClaimsVerifier<SecurityContext>(audience, exact, Set.of("sub", "exp")) {
            @Override
            protected Date currentTime() {
                return Date.from(clock.instant());
            }
        };
        verifier.setMaxClockSkew(LEEWAY_SECONDS);
        processor.setJWTClaimsSetVerifier(verifier);
    }

    /// @param authorization the Authorization header
    Verdict judge(Optional<String> authorization) {
        if (authorization.isEmpty()) {
            return new Verdict.Absent();
        }
        var header = authorization.get();
        if (!header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return new Verdict.Invalid("Authorization must be a Bearer token");
        }
        try {
            return new Verdict.Valid(
                    processor.process(header.substring(BEARER.length()).trim(), null));
        } catch (ParseException e) {
            return new Verdict.Invalid("The token is not a JWT");
        } catch (BadJOSEException e) {
            // of claims the library says what is wrong with them, of a signature what is wrong with its caller
            return new Verdict.Invalid(
                    e instanceof BadJWTException claims
                            ? "The token is refused: " + claims.getMessage()
                            : "The token is not signed by this issuer");
        } catch (JOSEException e) {
            return new Verdict.Invalid("The token cannot be verified");
        }
    }
}
