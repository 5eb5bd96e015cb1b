/// Words that several topics share: who asks, what is refused.
///
/// Must not import: anything but the JDK, shared words and the core's.
package dev.vitrine.ledger.entity;
