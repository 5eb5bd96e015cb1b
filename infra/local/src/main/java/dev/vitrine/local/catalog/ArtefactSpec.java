package dev.vitrine.local.catalog;

import java.util.Optional;

/// One `function.zip`.
///
/// @param schema the database schema and role of the same name, if the capability has a database
public record ArtefactSpec(String name, Optional<String> schema) {}
