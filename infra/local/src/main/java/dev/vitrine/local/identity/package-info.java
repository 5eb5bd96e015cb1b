/// Which function a request comes from: access keys, and the check of signatures made with them.
///
/// Guarantees: a request counts as a function's only if all of it was signed with that function's secret within the
/// last minutes.
///
/// Must not import the gateway, the sockets or the stores; they depend on this package.
package dev.vitrine.local.identity;
