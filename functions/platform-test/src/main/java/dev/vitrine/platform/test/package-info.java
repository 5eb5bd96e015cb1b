/// What every artefact is tested with: stores that are real, the rules of layers and poms, checks of contracts.
///
/// Guarantees: nothing here is packaged with an artefact; every server listens on loopback, on a port that was free.
/// Must not import: a capability.
package dev.vitrine.platform.test;
