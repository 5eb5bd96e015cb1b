package dev.vitrine.local.runtime;

import java.nio.file.Path;

/// Where the `function.zip` of an artefact is.
@FunctionalInterface
public interface Artefacts {
    Path zip(String artefact);
}
