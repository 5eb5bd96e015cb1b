package dev.vitrine.local;

import dev.vitrine.local.issuer.OidcSettings;
import dev.vitrine.local.life.Ports;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/// What the command line asked for.
///
/// @param home the folder that holds `functions` and, in a distribution, `web`
/// @param catalog the registry of functions
/// @param fresh empty the data folder first
/// @param currentNatives artefacts of the source tree whose native package was made of the present sources: the
///     launcher knows, since it makes them
/// @param insistOnNative refuse to start a function on a JVM
/// @param issuer in the place of this machine's own
record Settings(
        Ports ports,
        Path data,
        Path home,
        Path catalog,
        boolean fresh,
        Set<String> currentNatives,
        boolean insistOnNative,
        Optional<OidcSettings> issuer) {}
