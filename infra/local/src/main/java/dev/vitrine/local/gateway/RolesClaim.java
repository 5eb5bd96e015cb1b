package dev.vitrine.local.gateway;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.Map;

/// Where an issuer tells roles. Functions know one place only, [#NAME].
///
/// @param place the name of a claim, or a way into an object: `realm_access.roles`
record RolesClaim(String place) {
    static final String NAME = "roles";

    /// The claims with the roles where functions look. What an issuer says there without being asked does not count.
    JWTClaimsSet told(JWTClaimsSet claims) {
        if (place.equals(NAME)) {
            return claims;
        }
        return new JWTClaimsSet.Builder(claims)
                .claim(NAME, found(claims.getClaims()))
                .build();
    }

    private Object found(Map<String, Object> claims) {
        if (claims.containsKey(place)) {
            return claims.get(place);
        }
        Object value = claims;
        for (var name : place.split("\\.")) {
            value = value instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return value;
    }
}
