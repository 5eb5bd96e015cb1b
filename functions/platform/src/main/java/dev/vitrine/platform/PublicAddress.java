package dev.vitrine.platform;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.Optional;

/// Where the house is reached from outside.
@ConfigMapping(prefix = "vitrine.public")
public interface PublicAddress {

    /// Scheme and authority, no trailing slash: `https://shop.example`. Environment: `VITRINE_PUBLIC_URL`.
    Optional<URI> url();

    /// The absolute address of a path that starts with `/`.
    default URI at(String path) {
        var base = url().orElseThrow(
                        () -> new IllegalStateException("vitrine.public.url (VITRINE_PUBLIC_URL) is not set"));
        return URI.create(base + path);
    }
}
