package dev.vitrine.rooms.entity;

import dev.vitrine.model.InvalidValue;
import java.net.URI;
import java.net.URISyntaxException;

/// Where a room's cover picture is, as a person tells it. Every viewer's browser calls that host: over https
/// alone, so that nobody on the way sees or changes it, and without credentials, which all would be shown.
public record CoverUrl(String value) {
    static final int LONGEST = 2_048;

    public CoverUrl {
        if (!allows(value)) {
            throw new InvalidValue(
                    "coverUrl",
                    "must be an absolute https address without credentials, of at most " + LONGEST + " characters");
        }
    }

    /// Whether a cover may be so today; rooms of an earlier time may have others.
    public static boolean allows(String text) {
        if (text.length() > LONGEST) {
            return false;
        }
        try {
            var address = new URI(text);
            return "https".equals(address.getScheme()) && address.getHost() != null && address.getRawUserInfo() == null;
        } catch (URISyntaxException malformed) {
            return false;
        }
    }
}
