/// One function calls another by name, as Lambda's API has it.
///
/// Guarantees: only a function that the registry lets invoke another reaches it; the registry has no circle of such
/// calls, so none of them comes back to its caller.
///
/// Must not import the sources, the meter or the stores.
package dev.vitrine.local.invoke;
