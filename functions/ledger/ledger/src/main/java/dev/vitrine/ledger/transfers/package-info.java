/// The core: accounts, transfers, holds and reversals, as every other topic and every other capability uses them.
///
/// An expected outcome is a case of a sealed type. The rules are SQL functions (`db/ledger`, V002 and V003); the
/// code here asks and turns answers into decisions. Must not import another topic.
package dev.vitrine.ledger.transfers;
