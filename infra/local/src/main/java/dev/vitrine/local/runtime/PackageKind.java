package dev.vitrine.local.runtime;

/// What the `bootstrap` of a package is.
public enum PackageKind {
    /// An executable compiled ahead of time.
    NATIVE,
    /// A script that starts a JVM.
    JVM
}
