/// Facts that leave a capability, and the bus that carries them.
///
/// Guarantees: a published event has reached every queue that the registry subscribes to its type when the `Uni`
/// completes; otherwise the `Uni` fails and the whole publication may be repeated. At least once, in no promised
/// order. Must not import: a capability, a database.
package dev.vitrine.platform.event;
