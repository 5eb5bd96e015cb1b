package dev.vitrine.rooms.entity;

import dev.vitrine.model.InvalidValue;
import java.net.URI;
import java.net.URISyntaxException;

/// Where a room's cover picture is.
public record CoverUrl(String value) {
    static final int LONGEST = 2_048;

    public CoverUrl {
        if (value.length() > LONGEST || !isWebAddress(value)) {
            throw new InvalidValue(
                    "coverUrl", "must be an absolute http or https address of at most " + LONGEST + " characters");
        }
    }

    private static boolean isWebAddress(String text) {
        try {
            var address = new URI(text);
            var scheme = address.getScheme();
            return ("http".equals(scheme) || "https".equals(scheme)) && address.getHost() != null;
        } catch (URISyntaxException malformed) {
            return false;
        }
    }
}
