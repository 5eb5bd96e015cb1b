/// How other capabilities move money: requests to the function `ledger-post` and its answers.
///
/// A capability writes a `LedgerRequest` as JSON, invokes the function by its name and reads a `LedgerAnswer`. What the
/// ledger refuses is an answer; a failure of the function alone means that nobody knows what came of it: ask
/// again in the same words, and it happens once. `contract/post.yaml` of the ledger documents the JSON, with
/// examples.
///
/// Reading and writing go without reflection. Imports the shared model, Jackson's tree and what events are made with.
package dev.vitrine.ledger.door;
