/// Tells whether the modules of the house need what they must not, by reading every pom at once: what an artefact may
/// need is held where it is built (`PomRules`).
package dev.vitrine.modules;
