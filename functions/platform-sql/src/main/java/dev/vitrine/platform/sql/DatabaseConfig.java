package dev.vitrine.platform.sql;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/// What a function with a database must be told. Optional here, so that a missing one is told by its names and not by
/// those of the framework's settings, which the artefact's `application.properties` makes of them.
@ConfigMapping(prefix = "vitrine.database")
interface DatabaseConfig {

    /// `postgresql://host:port/database`. Environment: `VITRINE_DATABASE_URL`.
    Optional<String> url();

    /// Role and schema. Environment: `VITRINE_DATABASE_USER`.
    Optional<String> user();

    /// A secret. Environment: `VITRINE_DATABASE_PASSWORD`.
    Optional<String> password();

    /// @throws IllegalStateException naming the key that is missing
    default void require() {
        require(url(), "url", "URL");
        require(user(), "user", "USER");
        require(password(), "password", "PASSWORD");
    }

    private static void require(Optional<String> value, String key, String variable) {
        if (value.isEmpty()) {
            throw new IllegalStateException(
                    "vitrine.database." + key + " (VITRINE_DATABASE_" + variable + ") is not set");
        }
    }
}
