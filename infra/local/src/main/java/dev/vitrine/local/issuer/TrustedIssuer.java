package dev.vitrine.local.issuer;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.List;

/// Whose tokens the edge takes, and what the web client needs to get one.
///
/// @param address as tokens name it
/// @param audience whom tokens must be for
/// @param rolesClaim where a token tells roles; functions look there
/// @param signIn JSON: how the web client signs in
/// @param origins where the web client fetches from to sign in, beyond its own
public record TrustedIssuer(
        String address,
        String audience,
        String rolesClaim,
        JWKSource<SecurityContext> keys,
        String signIn,
        List<String> origins) {
    public TrustedIssuer {
        origins = List.copyOf(origins);
    }
}
