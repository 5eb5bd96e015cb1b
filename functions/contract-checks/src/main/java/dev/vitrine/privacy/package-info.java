/// Holds what capabilities say of the personal data they keep against what they keep: migrations, and
/// the registry of functions.
package dev.vitrine.privacy;
