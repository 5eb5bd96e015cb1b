package dev.vitrine.platform.token;

import dev.vitrine.platform.edge.CallerClaims;
import dev.vitrine.platform.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.http.Get;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;

/// Verifies who opens a socket. A WebSocket API has no JWT authorizer of its own, so this one holds to the
/// same: RS256 alone, the issuer, the audience, the time.
///
/// The issuer's keys are fetched once and kept for an hour; a key that is not among them has them fetched
/// again, at most once in ten seconds, so that a flood of made-up tokens is no flood of fetches. Blocks: not
/// for an event loop.
@ApplicationScoped
public class Tokens {
    private static final Duration KEYS_KEPT = Duration.ofHours(1);
    private static final Duration REFETCH_AFTER = Duration.ofSeconds(10);
    /// An issuer that is away must not refuse who has a good token.
    private static final Duration KEYS_KEPT_WITHOUT_ISSUER = Duration.ofHours(6);

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    /// RFC 7519, 4.1.4: a small leeway for clocks that differ.
    private static final int LEEWAY_SECONDS = 5;

    private final Optional<String> issuer;
    private final Optional<String> audience;
    private final InstantSource clock;
    private final CallerClaims callers = CallerClaims.configured();
    private HttpsJwksVerificationKeyResolver keys;

    Tokens(
            @ConfigProperty(name = "vitrine.issuer.url") Optional<String> issuer,
            @ConfigProperty(name = "vitrine.token.audience") Optional<String> audience,
            InstantSource clock) {
        this.issuer = issuer;
        this.audience = audience;
        this.clock = clock;
    }

    /// @return empty when the token is not good
    /// @throws IllegalStateException when the issuer cannot be asked for its keys: nothing is known of the
    ///     token
    public Optional<Holder> verify(String token) {
        try {
            return Optional.of(holder(token, consumer().processToClaims(token)));
        } catch (InvalidJwtException | MalformedClaimException refused) {
            // What these say holds the token itself, which no log may see: only the cause goes on.
            if (causes(refused).anyMatch(IOException.class::isInstance)) {
                throw new IllegalStateException("the issuer's keys cannot be fetched", refused.getCause());
            }
            return Optional.empty();
        }
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure.getCause(), Objects::nonNull, Throwable::getCause);
    }

    private JwtConsumer consumer() {
        return new JwtConsumerBuilder()
                .setVerificationKeyResolver(keys())
                .setJwsAlgorithmConstraints(
                        new AlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.RSA_USING_SHA256))
                .setExpectedIssuer(issuer())
                .setExpectedAudience(audience.orElseThrow(() -> missing("vitrine.token.audience")))
                .setRequireSubject()
                .setRequireExpirationTime()
                .setAllowedClockSkewInSeconds(LEEWAY_SECONDS)
                .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
                .build();
    }

    /// The token's own bytes are read: the library takes ill-formed text for something else.
    private Holder holder(String token, JwtClaims claims) throws MalformedClaimException {
        var until = Instant.ofEpochMilli(claims.getExpirationTime().getValueInMillis());
        return callers.ofVerifiedToken(token)
                .map(caller -> new Holder(caller, until))
                .orElseThrow(() -> new MalformedClaimException("sub is none that a person can have"));
    }

    private synchronized HttpsJwksVerificationKeyResolver keys() {
        if (keys == null) {
            var published = new HttpsJwks(keysAddress());
            published.setSimpleHttpGet(http());
            published.setDefaultCacheDuration(KEYS_KEPT.toSeconds());
            published.setRefreshReprieveThreshold(REFETCH_AFTER.toMillis());
            published.setRetainCacheOnErrorDuration(KEYS_KEPT_WITHOUT_ISSUER.toSeconds());
            keys = new HttpsJwksVerificationKeyResolver(published);
        }
        return keys;
    }

    /// OpenID Connect Discovery 1.0, 4: where an issuer says what it is.
    private String keysAddress() {
        var discovery = issuer() + "/.well-known/openid-configuration";
        try {
            var document = Json.read(http().get(discovery).getBody());
            if (!issuer().equals(document.path("issuer").textValue())) {
                throw new IllegalStateException(discovery + " speaks for another issuer");
            }
            return document.path("jwks_uri").textValue();
        } catch (IOException unreachable) {
            throw new IllegalStateException(discovery + " cannot be fetched", unreachable);
        }
    }

    private static Get http() {
        var get = new Get();
        get.setConnectTimeout((int) PATIENCE.toMillis());
        get.setReadTimeout((int) PATIENCE.toMillis());
        get.setRetries(0);
        return get;
    }

    private String issuer() {
        return issuer.orElseThrow(() -> missing("vitrine.issuer.url"));
    }

    private static IllegalStateException missing(String key) {
        return new IllegalStateException(
                key + " (" + key.toUpperCase(Locale.ROOT).replace('.', '_') + ") is not set");
    }
}
