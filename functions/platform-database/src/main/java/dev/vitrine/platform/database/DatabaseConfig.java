package dev.vitrine.platform.database;

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
}
