/// Whom a request comes from: access keys, and the check of signatures made with them.
///
/// Guarantees: a request counts as somebody's only if all of it was signed with their secret within
/// the last minutes.
///
/// Must not import the gateway, the sockets or the stores; they depend on this package.
package dev.vitrine.local.identity;
