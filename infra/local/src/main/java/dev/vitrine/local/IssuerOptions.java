package dev.vitrine.local;

import dev.vitrine.local.issuer.OidcSettings;
import java.net.URI;
import java.util.Optional;
import picocli.CommandLine.Option;

/// An OpenID Connect issuer in the place of this machine's own.
final class IssuerOptions {
    @Option(
            names = "--issuer",
            paramLabel = "URL",
            description = "Sign in at this OpenID Connect issuer; without it, any name signs in.")
    private URI issuer;

    @Option(
            names = "--issuer-client",
            paramLabel = "ID",
            defaultValue = "vitrine",
            description = "The web client there, a public one with /signed-in as its redirect (${DEFAULT-VALUE}).")
    private String client;

    @Option(
            names = "--issuer-audience",
            paramLabel = "NAME",
            defaultValue = "vitrine",
            description = "Whom access tokens must be for (${DEFAULT-VALUE}).")
    private String audience;

    @Option(
            names = "--issuer-scope",
            paramLabel = "WORDS",
            defaultValue = "openid profile",
            description = "What the web client asks for (${DEFAULT-VALUE}).")
    private String scope;

    @Option(
            names = "--issuer-resource",
            paramLabel = "URI",
            description = "What it asks a token for, where the issuer wants to be asked (RFC 8707).")
    private String resource;

    @Option(
            names = "--issuer-roles-claim",
            paramLabel = "NAME",
            defaultValue = "roles",
            description = "Where tokens tell roles, such as realm_access.roles (${DEFAULT-VALUE}).")
    private String rolesClaim;

    /// @throws IllegalArgumentException naming what is wrong
    Optional<OidcSettings> settings() {
        return Optional.ofNullable(issuer)
                .map(address ->
                        new OidcSettings(address, client, audience, scope, Optional.ofNullable(resource), rolesClaim));
    }
}
