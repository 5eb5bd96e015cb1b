/// A small OIDC issuer for one machine: whoever can reach loopback gets any token. It takes the place of the
/// identity provider that a deployment has, and is no part of any function package.
///
/// Or an OpenID Connect issuer is trusted instead: [OidcIssuer] finds out by discovery what the edge and the web
/// client need of it.
///
/// Guarantees: answers to loopback only; tokens are RS256 with the key it was given; unknown fields and roles are
/// refused.
///
/// Must not import anything of the local cloud but the gateway's problems.
package dev.vitrine.local.issuer;
