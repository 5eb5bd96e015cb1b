/// What functions did and what that would cost on AWS.
///
/// Guarantees: counts every invocation that the runtime reports, in constant memory; figures are since the start of
/// the local cloud.
///
/// Must not import the gateway's routes, the sources or the stores.
package dev.vitrine.local.meter;
