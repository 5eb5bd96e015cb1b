package dev.vitrine.local.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RolesAreTakenFromWhereTheIssuerTellsThemTest {
    private static Object roles(String place, String name, Object value) {
        var claims = new JWTClaimsSet.Builder()
                .claim(name, value)
                .claim("roles", name.equals("roles") ? value : List.of("operator"))
                .build();
        return new RolesClaim(place).told(claims).getClaim("roles");
    }

    @Test
    void aClaimOfAnyNameMayTellThem() {
        assertEquals(List.of("streamer"), roles("groups", "groups", List.of("streamer")));
        assertEquals(List.of("streamer"), roles("roles", "roles", List.of("streamer")));
        assertEquals(
                List.of("auditor"),
                roles("https://vitrine.example/roles", "https://vitrine.example/roles", List.of("auditor")));
    }

    @Test
    void theyMayLieInAnObject() {
        assertEquals(
                List.of("streamer"), roles("realm_access.roles", "realm_access", Map.of("roles", List.of("streamer"))));
    }

    @Test
    void anotherClaimGivesNoRole() {
        assertNull(roles("groups", "other", List.of("streamer")));
        assertNull(roles("realm_access.roles", "realm_access", "streamer"));
    }
}
