package dev.vitrine.platform.edge;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vitrine.model.InvalidValue;
import dev.vitrine.model.Utf8;
import dev.vitrine.model.VisibleText;
import dev.vitrine.platform.json.Json;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;

/// Reads a caller out of the claims of a token that somebody has verified: the gateway for HTTP, `Tokens` for
/// sockets.
///
/// The token's own JSON is read, not the texts that an HTTP API makes of it: there `["not operator"]` and
/// `["not", "operator"]` look the same.
///
/// @param rolesClaim the name of the claim that tells roles, or a way into an object: `realm_access.roles`
public record CallerClaims(String rolesClaim) {
    private static final String BEARER = "Bearer ";
    /// OpenID Connect Core, 2: `sub` must not exceed 255 characters.
    private static final int LONGEST_SUBJECT = 255;
    /// What can be a role; anything else in its place is none, and is no reason to look for one inside.
    private static final Pattern ROLE = Pattern.compile("[A-Za-z][A-Za-z0-9_.:/-]{0,63}");

    private static final String DEFAULT_PLACE = "roles";

    /// As the deployment says: `vitrine.token.roles-claim`.
    public static CallerClaims configured() {
        return new CallerClaims(ConfigProvider.getConfig()
                .getOptionalValue("vitrine.token.roles-claim", String.class)
                .orElse(DEFAULT_PLACE));
    }

    /// Of a bearer token that was verified before.
    ///
    /// @param authorization the header of that name
    /// @return nobody when it holds no claims, or no subject
    Optional<Caller> ofVerified(String authorization) {
        if (!authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Optional.empty();
        }
        return ofVerifiedToken(authorization.substring(BEARER.length()).strip());
    }

    /// Of a token that was verified before, as it came.
    ///
    /// @return nobody when it holds no claims, or no subject
    public Optional<Caller> ofVerifiedToken(String token) {
        var parts = token.split("\\.");
        if (parts.length < 2) {
            return Optional.empty();
        }
        try {
            return Utf8.decode(Base64.getUrlDecoder().decode(parts[1]))
                    .map(Json::readStorable)
                    .flatMap(this::read);
        } catch (InvalidValue | IllegalArgumentException noClaims) {
            return Optional.empty();
        }
    }

    /// @return nobody when there is no subject that can be one
    public Optional<Caller> read(JsonNode claims) {
        var subject = claims.path("sub").asText("");
        if (!VisibleText.isSeen(subject)
                || subject.length() > LONGEST_SUBJECT
                || subject.chars().anyMatch(Character::isISOControl)) {
            return Optional.empty();
        }
        return Optional.of(new Caller(subject, claims.path("name").asText(""), roles(place(claims))));
    }

    private JsonNode place(JsonNode claims) {
        if (claims.has(rolesClaim)) {
            return claims.get(rolesClaim);
        }
        var found = claims;
        for (var name : rolesClaim.split("\\.")) {
            found = found.path(name);
        }
        return found;
    }

    /// Issuers differ: a list of names, words in a text, or an object whose fields are the names.
    private static Set<String> roles(JsonNode claim) {
        var roles = new HashSet<String>();
        if (claim.isArray()) {
            claim.forEach(each -> roles.add(each.asText("")));
        } else if (claim.isTextual()) {
            roles.addAll(List.of(claim.textValue().strip().split("[\\s,]+")));
        } else if (claim.isObject()) {
            claim.fieldNames().forEachRemaining(roles::add);
        }
        roles.removeIf(role -> !ROLE.matcher(role).matches());
        return roles;
    }
}
