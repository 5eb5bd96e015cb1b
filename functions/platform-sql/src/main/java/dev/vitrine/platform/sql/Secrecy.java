package dev.vitrine.platform.sql;

/// How an answer is kept.
public enum Secrecy {
    /// As it is.
    PLAIN,
    /// Encrypted, since it holds a secret that is shown once.
    SEALED
}
