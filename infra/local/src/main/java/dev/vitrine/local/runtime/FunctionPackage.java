package dev.vitrine.local.runtime;

import java.nio.file.Path;

/// The package that an artefact runs from.
public record FunctionPackage(Path zip, PackageKind kind) {}
