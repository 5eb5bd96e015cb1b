/// Secrets at rest: text sealed for the place it is kept in, and the key that all sealing begins with.
///
/// Guarantees: a sealed text that was changed, moved or sealed under another key does not open. Must not import:
/// a capability, a database.
package dev.vitrine.platform.seal;
