/// The ledger (财务库): money as double-entry accounts, transfers, holds and reversals, and the proof that nobody
/// changed them.
///
/// The rules are SQL functions (`db/ledger`), where no code path can go around them; the code here asks and turns
/// answers into outcomes. How money moves:
///
/// - gifts, top-ups, withdrawals and settlement each call one SQL function of their own, which opens accounts,
///   calls `post_transfer`, `place_hold` or `release_hold`, and writes its rows and its event in one transaction;
/// - other capabilities ask `ledger-post` (`transfers`), which calls `post_transfer`, `place_hold` and
///   `release_hold` as they are.
///
/// One package a topic, each with its layers (`boundary`, `control`, `entity`, `store`); what several topics share is
/// in the layers directly below this package. `transfers` is the core: every topic may use it, it uses none.
package dev.vitrine.ledger;
