package dev.vitrine.local;

import dev.vitrine.local.life.Ports;
import java.nio.file.Path;

/// What the command line asked for.
///
/// @param home the folder that holds `functions` and, in a distribution, `web`
/// @param catalog the registry of functions
/// @param fresh empty the data folder first
/// @param nativeFunctions run native executables where they are built
record Settings(Ports ports, Path data, Path home, Path catalog, boolean fresh, boolean nativeFunctions) {}
