/// The words of the ledger: accounts, entries, transfers, holds, and what may come of asking for one.
///
/// Guarantees: a transfer that can be constructed balances; every outcome is a case of a sealed type. Must
/// not import: anything but the JDK and shared words.
package dev.vitrine.ledger.entity;
