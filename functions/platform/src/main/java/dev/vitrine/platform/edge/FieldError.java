package dev.vitrine.platform.edge;

import io.quarkus.runtime.annotations.RegisterForReflection;

/// One wrong place of a request.
///
/// Registered for native executables: Jackson writes records through accessors that no code calls.
///
/// @param field a JSON field, a query parameter or a header
/// @param detail what is allowed there, with the bound
@RegisterForReflection
public record FieldError(String field, String detail) {}
