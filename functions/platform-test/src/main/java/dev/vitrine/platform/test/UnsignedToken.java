package dev.vitrine.platform.test;

import dev.vitrine.platform.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/// A token as functions see it behind a gateway, which has verified its signature before.
public record UnsignedToken(String subject, String name, List<String> roles) {

    /// The header `Authorization`.
    public String bearer() {
        var claims = Json.object().put("sub", subject).put("name", name);
        var list = claims.putArray("roles");
        roles.forEach(list::add);
        return "Bearer " + part("{\"alg\":\"RS256\"}") + '.' + part(Json.write(claims)) + ".unsigned";
    }

    private static String part(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
