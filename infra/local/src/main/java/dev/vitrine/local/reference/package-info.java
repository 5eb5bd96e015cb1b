/// What the house says of itself at its public port: the meaning of problems, the contracts, and what is up.
///
/// Guarantees: every page is whole in itself and asks no other host for anything; a contract is served as one document
/// without references to other files. Must not import the stores, the runtime or the sockets.
package dev.vitrine.local.reference;
