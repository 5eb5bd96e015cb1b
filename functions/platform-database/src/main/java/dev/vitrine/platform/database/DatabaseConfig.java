package dev.vitrine.platform.database;

import io.smallrye.config.ConfigMapping;

/// Where the capability's schema is. Required: a process without it does not start, and the message names the key. The
/// artefact's `application.properties` hands the values to the datasource.
@ConfigMapping(prefix = "vitrine.database")
interface DatabaseConfig {

    /// `postgresql://host:port/database`. Environment: `VITRINE_DATABASE_URL`.
    String url();

    /// The capability's role, named as its schema. Environment: `VITRINE_DATABASE_USER`.
    String user();

    /// A secret. Environment: `VITRINE_DATABASE_PASSWORD`.
    String password();
}
