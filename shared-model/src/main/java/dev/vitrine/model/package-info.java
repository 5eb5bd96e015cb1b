/// The words that cross capabilities: identifiers, events and problems, as records and sealed types.
///
/// Guarantees: every value is immutable and refuses bad input in its constructor, naming the field and the bound.
/// Imports nothing but the JDK, so that every artefact, test and tool can carry it.
package dev.vitrine.model;
