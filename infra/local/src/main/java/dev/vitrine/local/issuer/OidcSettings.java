package dev.vitrine.local.issuer;

import java.net.URI;
import java.util.Optional;

/// How an OpenID Connect issuer of one's own is used in the place of the local one.
///
/// @param issuer its address, as its tokens name it
/// @param clientId what the web client is called there: a public client with `/signed-in` as its redirect
/// @param audience whom access tokens must be for
/// @param scope what the web client asks for
/// @param resource what it asks a token for (RFC 8707), where the issuer wants to be asked
/// @param rolesClaim where a token tells roles; a dot leads into an object
public record OidcSettings(
        URI issuer, String clientId, String audience, String scope, Optional<String> resource, String rolesClaim) {
    /// @throws IllegalArgumentException naming what is wrong
    public OidcSettings {
        if (!("https".equals(issuer.getScheme()) || "http".equals(issuer.getScheme()))
                || issuer.getHost() == null
                || issuer.getRawQuery() != null
                || issuer.getRawFragment() != null) {
            throw new IllegalArgumentException("issuer: must be an http or https address without query and fragment");
        }
        notBlank("issuer-client", clientId);
        notBlank("issuer-audience", audience);
        notBlank("issuer-roles-claim", rolesClaim);
        resource.ifPresent(value -> notBlank("issuer-resource", value));
        if (!(" " + scope + " ").contains(" openid ")) {
            throw new IllegalArgumentException("issuer-scope: must have openid");
        }
    }

    private static void notBlank(String name, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(name + ": must not be blank");
        }
    }
}
